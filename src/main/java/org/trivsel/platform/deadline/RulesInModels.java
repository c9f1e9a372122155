package org.trivsel.platform.deadline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Which rule of the deadlines table the date of a task or timer comes from, as the model says it. */
@Component
public class RulesInModels {

    private static final Pattern RULE = Pattern.compile("'(T-[A-Z0-9]+)'");

    private static final Pattern AGREED = Pattern.compile("agreed\\('([A-Z_]+)'");

    private final RepositoryService repository;
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();
    private final Map<String, List<String>> knownAgreed = new ConcurrentHashMap<>();

    RulesInModels(RepositoryService repository) {
        this.repository = repository;
    }

    /** @return the rule's key; empty when the date of the element comes from elsewhere, or it has none */
    public Optional<String> of(String definition, String element) {
        return all(definition, element).stream().findFirst();
    }

    /** @return the rules the model chooses from, mostly one */
    public List<String> all(String definition, String element) {
        return known.computeIfAbsent(definition + "/" + element, key -> read(definition, element, RULE));
    }

    /** @return the agreement the date of the element comes from, such as NEXT_MEETING */
    public Optional<String> agreedOf(String definition, String element) {
        return knownAgreed
                .computeIfAbsent(definition + "/" + element, key -> read(definition, element, AGREED))
                .stream()
                .findFirst();
    }

    private List<String> read(String definition, String element, Pattern pattern) {
        ModelElementInstance found = repository.getBpmnModelInstance(definition).getModelElementById(element);
        String expression = "";
        if (found instanceof UserTask task) {
            expression = String.valueOf(task.getCamundaDueDate());
        } else if (found != null) {
            expression = found.getModelInstance().getModelElementsByType(TimeDate.class).stream()
                    .filter(date -> found.equals(date.getParentElement().getParentElement()))
                    .map(TimeDate::getTextContent)
                    .findFirst()
                    .orElse("");
        }
        return pattern.matcher(expression).results().map(one -> one.group(1)).toList();
    }
}
