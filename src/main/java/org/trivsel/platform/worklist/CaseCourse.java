package org.trivsel.platform.worklist;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The way a case took through the models: which processes ran for it, what was done in them, and where they are now. */
@Service
public class CaseCourse {

    private final HistoryService history;
    private final RepositoryService repository;
    private final ProcessTexts texts;

    CaseCourse(HistoryService history, RepositoryService repository, ProcessTexts texts) {
        this.history = history;
        this.repository = repository;
        this.texts = texts;
    }

    /** One run of a process for the case. */
    public record Run(
            String instanceId, String processKey, String name, Instant startedAt, @Nullable Instant endedAt) {}

    /** Something with a name that happened in a run. @param endedAt null while it is where the run is now */
    public record Step(
            String activityId, String name, Instant startedAt, @Nullable Instant endedAt, boolean canceled) {}

    /** A run drawn: the model with the reader's words, what was passed, where it is. */
    public record Drawing(String xml, List<String> passed, List<String> current) {}

    /** The oldest first. */
    public List<Run> runs(String caseRef, Locale locale) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseRef)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(run -> run(run, locale))
                .toList();
    }

    /** What happened in a run, in the order it began; gateways and service tasks are left out. */
    public List<Step> steps(Run run, Locale locale) {
        return activities(run.instanceId()).stream()
                .filter(activity -> activity.getActivityName() != null && isTold(activity.getActivityType()))
                .map(activity -> new Step(
                        activity.getActivityId(),
                        texts.name(
                                run.processKey() + "." + activity.getActivityId(), activity.getActivityName(), locale),
                        activity.getStartTime().toInstant(),
                        instant(activity.getEndTime()),
                        activity.isCanceled()))
                .toList();
    }

    private static boolean isTold(String type) {
        return type.equals("userTask") || type.equals("callActivity") || type.matches(".*(Event|Timer|boundary.*)");
    }

    /** @throws NoSuchElementException when the case has no such run */
    public Drawing drawing(String caseRef, String instanceId, Locale locale) {
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseRef)
                .processInstanceId(instanceId)
                .singleResult();
        if (instance == null) {
            throw new NoSuchElementException(instanceId);
        }
        List<HistoricActivityInstance> activities = activities(instanceId);
        return new Drawing(
                Bpmn.convertToString(inWordsOf(instance, locale)),
                ids(activities, true),
                instance.getEndTime() == null ? ids(activities, false) : List.of());
    }

    private BpmnModelInstance inWordsOf(HistoricProcessInstance instance, Locale locale) {
        BpmnModelInstance model = repository
                .getBpmnModelInstance(instance.getProcessDefinitionId())
                .clone();
        String process = instance.getProcessDefinitionKey();
        model.getModelElementsByType(FlowElement.class).stream()
                .filter(element -> element.getName() != null)
                .forEach(element ->
                        element.setName(texts.name(process + "." + element.getId(), element.getName(), locale)));
        return model;
    }

    private List<HistoricActivityInstance> activities(String instanceId) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instanceId).list().stream()
                .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime)
                        .thenComparing(activity -> activity.getEndTime() == null))
                .toList();
    }

    private static List<String> ids(List<HistoricActivityInstance> activities, boolean ended) {
        return activities.stream()
                .filter(activity -> (activity.getEndTime() != null) == ended && !activity.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .distinct()
                .toList();
    }

    private Run run(HistoricProcessInstance run, Locale locale) {
        String key = run.getProcessDefinitionKey();
        String authored = run.getProcessDefinitionName();
        return new Run(
                run.getId(),
                key,
                texts.name(key, authored == null ? key : authored, locale),
                run.getStartTime().toInstant(),
                instant(run.getEndTime()));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
