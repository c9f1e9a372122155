package org.trivsel.platform.deadline;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.Editions;

/** Reads the deadlines decision table, which a manager can change without Java. */
@Component
public class DeadlineTable {

    private static final String DECISION = "deadlines";

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final Map<String, DeadlineRule> cache = new ConcurrentHashMap<>();
    private volatile List<String> keys = List.of();

    DeadlineTable(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    /** @throws IllegalArgumentException when the table has no such row */
    public DeadlineRule rule(String key) {
        return cache.computeIfAbsent(key, this::evaluate);
    }

    /** Every rule, in the order of the table. */
    public List<DeadlineRule> all() {
        if (keys.isEmpty()) {
            keys = repository
                    .getDmnModelInstance(repository
                            .createDecisionDefinitionQuery()
                            .decisionDefinitionKey(DECISION)
                            .latestVersion()
                            .singleResult()
                            .getId())
                    .getModelElementsByType(InputEntry.class)
                    .stream()
                    .map(entry -> entry.getTextContent().strip().replace("\"", ""))
                    .toList();
        }
        return keys.stream().map(this::rule).toList();
    }

    @EventListener
    void newEdition(Editions.Edition deployed) {
        cache.clear();
        keys = List.of();
    }

    private DeadlineRule evaluate(String key) {
        DmnDecisionTableResult result = decisions.evaluateDecisionTableByKey(DECISION, Map.of("key", key));
        List<Map<String, Object>> rows = result.getResultList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("the table bpmn/deadlines.dmn has no row " + key);
        }
        Map<String, Object> row = rows.get(0);
        return new DeadlineRule(
                key,
                text(row, "startedBy"),
                text(row, "length"),
                text(row, "days").equals("WORKING"),
                text(row, "earliest"),
                text(row, "reminders"),
                text(row, "reminded"),
                text(row, "escalations"),
                Boolean.TRUE.equals(row.get("statutory")),
                Boolean.TRUE.equals(row.get("runsWhilePaused")),
                text(row, "endedBy"),
                text(row, "country"),
                Boolean.TRUE.equals(row.get("atOnce")),
                text(row, "extendBy"),
                text(row, "title"),
                text(row, "source"));
    }

    private static String text(Map<String, Object> row, String column) {
        Object value = row.get(column);
        return value == null ? "" : value.toString();
    }
}
