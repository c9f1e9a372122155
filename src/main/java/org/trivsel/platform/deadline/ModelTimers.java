package org.trivsel.platform.deadline;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.TaskChanges;

/** Timers of the models keep the date they were made with; when what they wait for gets another date, they are told here. */
@Component
public class ModelTimers {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final RulesInModels rules;
    private final Deadlines deadlines;
    private final TaskChanges changes;
    /** Of which element a job definition is; it never changes. */
    private final Map<String, String> elements = new ConcurrentHashMap<>();

    ModelTimers(
            RuntimeService runtime,
            ManagementService management,
            TaskService tasks,
            RulesInModels rules,
            Deadlines deadlines,
            TaskChanges changes) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.rules = rules;
        this.deadlines = deadlines;
        this.changes = changes;
    }

    /** Lets the timers of a case that wait for a rule (its due date, some time before, an escalation) follow its date as it is now. */
    public void follow(String caseRef, String rule) {
        each(caseRef, rule, timer -> management.recalculateJobDuedate(timer.getId(), false));
    }

    /**
     * Lets the tasks and timers of a case that wait for an agreed date wait for it as it is now.
     *
     * @return whether there is one
     */
    public boolean followAgreed(String caseRef, String what) {
        Date due = deadlines.agreed(what, caseRef);
        boolean found = false;
        for (Task task :
                tasks.createTaskQuery().processInstanceBusinessKey(caseRef).list()) {
            if (rules.agreedOf(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
                    .filter(what::equals)
                    .isPresent()) {
                changes.setDueDate(task.getId(), due);
                found = true;
            }
        }
        for (Job timer : timers(caseRef)) {
            if (rules.agreedOf(timer.getProcessDefinitionId(), element(timer))
                    .filter(what::equals)
                    .isPresent()) {
                management.setJobDuedate(timer.getId(), due);
                found = true;
            }
        }
        return found;
    }

    /** Lets them wait without an end, as long as the clock of the rule stands still. */
    void hold(String caseRef, String rule) {
        each(caseRef, rule, timer -> management.suspendJobById(timer.getId()));
    }

    void release(String caseRef, String rule) {
        each(caseRef, rule, timer -> management.activateJobById(timer.getId()));
    }

    private void each(String caseRef, String rule, Consumer<Job> act) {
        timers(caseRef).stream()
                .filter(timer -> rules.of(timer.getProcessDefinitionId(), element(timer))
                        .filter(rule::equals)
                        .isPresent())
                .forEach(act);
    }

    private List<Job> timers(String caseRef) {
        Set<String> ids = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseRef).list().stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? List.of()
                : management.createJobQuery().processInstanceIds(ids).timers().list();
    }

    private String element(Job timer) {
        return elements.computeIfAbsent(timer.getJobDefinitionId(), definition -> management
                .createJobDefinitionQuery()
                .jobDefinitionId(definition)
                .singleResult()
                .getActivityId());
    }
}
