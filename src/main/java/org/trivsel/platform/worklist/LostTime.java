package org.trivsel.platform.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.deadline.Deadlines;
import org.trivsel.platform.deadline.RulesInModels;
import org.trivsel.platform.engine.ModelProperties;

/** When the work goes on, the method's deadlines move by the time lost; those of the law stay where they are. */
@Component
class LostTime {

    /** One freeze that follows on another at once moves nothing. */
    static final Duration WORTH_MOVING = Duration.ofMinutes(1);

    private final Worklist worklist;
    private final TaskService tasks;
    private final ManagementService management;
    private final RulesInModels rules;
    private final ModelProperties properties;
    private final Deadlines deadlines;
    private final DeadlineDates dates;

    LostTime(
            Worklist worklist,
            TaskService tasks,
            ManagementService management,
            RulesInModels rules,
            ModelProperties properties,
            Deadlines deadlines,
            DeadlineDates dates) {
        this.worklist = worklist;
        this.tasks = tasks;
        this.management = management;
        this.rules = rules;
        this.properties = properties;
        this.deadlines = deadlines;
        this.dates = dates;
    }

    void giveBack(String caseRef, Instant since, Instant now) {
        worklist.ofCase(caseRef).stream()
                .filter(this::stoodStill)
                .filter(task -> !runsOn(task.processDefinitionId(), task.taskKey()))
                .filter(task -> !isAgreed(caseRef, task)) // a meeting is when people said it is
                .forEach(task -> moveTask(task, lost(task.createdAt(), since, now)));
        worklist.ofCase(caseRef).stream()
                .map(WorklistTask::processInstanceId)
                .distinct()
                .forEach(instance -> management.createJobQuery().processInstanceId(instance).timers().list().stream()
                        .filter(this::stoodStill)
                        .forEach(job -> moveTimer(job, since, now)));
        dates.agreedRulesAfter(caseRef, since).forEach((rule, at) -> {
            if (!deadlines.runsWhilePaused(rule)) {
                dates.agree(caseRef, rule, at.plus(Duration.between(since, now)));
            }
        });
    }

    /** The tasks of a case that nobody can do while its work stands still. */
    Set<String> standing(String caseRef) {
        return worklist.ofCase(caseRef).stream()
                .filter(this::stoodStill)
                .map(WorklistTask::id)
                .collect(Collectors.toSet());
    }

    private boolean stoodStill(WorklistTask task) {
        return says(task.processDefinitionId(), task.processKey(), "pausable")
                || says(task.processDefinitionId(), task.taskKey(), "familyFacing");
    }

    private boolean stoodStill(Job job) {
        return says(job.getProcessDefinitionId(), job.getProcessDefinitionKey(), "pausable");
    }

    private boolean says(String definition, String element, String property) {
        return properties
                .property(definition, element, property)
                .filter("true"::equals)
                .isPresent();
    }

    private void moveTask(WorklistTask moved, Duration lost) {
        Task task = tasks.createTaskQuery().taskId(moved.id()).singleResult();
        if (task != null && task.getDueDate() != null) {
            task.setDueDate(Date.from(task.getDueDate().toInstant().plus(lost)));
            tasks.saveTask(task);
        }
    }

    private void moveTimer(Job job, Instant since, Instant now) {
        String element = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        if (!runsOn(job.getProcessDefinitionId(), element)) {
            Duration lost = lost(job.getCreateTime().toInstant(), since, now);
            management.setJobDuedate(
                    job.getId(), Date.from(job.getDuedate().toInstant().plus(lost)));
        }
    }

    private static Duration lost(Instant created, Instant since, Instant now) {
        return Duration.between(created.isAfter(since) ? created : since, now);
    }

    private boolean isAgreed(String caseRef, WorklistTask task) {
        return rules.agreedOf(task.processDefinitionId(), task.taskKey())
                .flatMap(what -> dates.agreed(caseRef, what))
                .isPresent();
    }

    /** Whether the date of an element comes from a rule that a pause does not move. */
    private boolean runsOn(String definition, String element) {
        return rules.of(definition, element).filter(deadlines::runsWhilePaused).isPresent();
    }
}
