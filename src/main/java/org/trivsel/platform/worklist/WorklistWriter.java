package org.trivsel.platform.worklist;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineKeeper;
import org.trivsel.platform.engine.ModelProperties;

/** Keeps the task list in step with the engine, in the engine's own transaction, and finds each task its person. */
@Component
class WorklistWriter implements TaskListener {

    private static final List<String> ELEMENTS =
            List.of("person", "child", "member", "statement", "agreement", "adviceRef");
    /** A task without a due date sorts last; the linter asks every model for one. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final ObjectProvider<JdbcClient> jdbc;
    private final ObjectProvider<CaseStaff> staff;
    private final ObjectProvider<ModelProperties> properties;
    private final ObjectProvider<DeadlineKeeper> deadlines;

    WorklistWriter(
            ObjectProvider<JdbcClient> jdbc,
            ObjectProvider<CaseStaff> staff,
            ObjectProvider<ModelProperties> properties,
            ObjectProvider<DeadlineKeeper> deadlines) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.properties = properties;
        this.deadlines = deadlines;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> {
                assign(task);
                insert(task);
                beginDeadline(task);
            }
            case EVENTNAME_UPDATE -> update(task); // a new assignee is one too
            default -> delete(task);
        }
    }

    private void assign(DelegateTask task) {
        String caseRef = (String) task.getVariable("caseRef");
        String group = group(task);
        if (caseRef == null || group == null || task.getAssignee() != null) {
            return;
        }
        Optional<String> named = named(task);
        if (named.isPresent()) {
            task.setAssignee(named.get());
        } else {
            staff.getObject().assignee(caseRef, group).ifPresent(task::setAssignee);
        }
    }

    /** Whom the model names for the task (`assignTo`): who started it, or somebody an earlier form chose. */
    private Optional<String> named(DelegateTask task) {
        return properties
                .getObject()
                .property(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), "assignTo")
                .flatMap(who ->
                        Optional.ofNullable(who.equals("starter") ? starter(task) : (String) task.getVariable(who)));
    }

    private static @Nullable String starter(DelegateTask task) {
        Authentication current =
                task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return current == null ? null : current.getUserId();
    }

    private void insert(DelegateTask task) {
        TaskEntity entity = (TaskEntity) task;
        ProcessDefinitionEntity definition = entity.getProcessDefinition();
        jdbc.getObject()
                .sql("insert into worklist_task (task_id, case_ref, process_key, process_instance_id,"
                        + " process_definition_id, deployment_id,"
                        + " task_key, name, form_id, element, candidate_group, assignee, due_at, created_at, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        task.getId(),
                        task.getVariable("caseRef"),
                        definition.getKey(),
                        task.getProcessInstanceId(),
                        task.getProcessDefinitionId(),
                        definition.getDeploymentId(),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        formId(entity),
                        element(task),
                        group(task),
                        task.getAssignee(),
                        due(task).atOffset(ZoneOffset.UTC),
                        task.getCreateTime().toInstant().atOffset(ZoneOffset.UTC),
                        task.getCreateTime().toInstant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void beginDeadline(DelegateTask task) {
        String caseRef = (String) task.getVariable("caseRef");
        if (caseRef != null && task.getDueDate() != null) {
            deadlines.ifAvailable(keeper -> keeper.taskCreated(
                    task.getId(),
                    caseRef,
                    task.getProcessDefinitionId(),
                    task.getTaskDefinitionKey(),
                    task.getDueDate().toInstant()));
        }
    }

    private void update(DelegateTask task) {
        if (((TaskEntity) task).getPropertyChanges().containsKey(TaskEntity.DUE_DATE)) {
            deadlines.ifAvailable(keeper -> keeper.taskMoved(task.getId(), due(task)));
        }
        jdbc.getObject()
                .sql("update worklist_task set assignee = ?, due_at = ?, candidate_group = ?, changed_at = ?"
                        + " where task_id = ?")
                .params(
                        task.getAssignee(),
                        due(task).atOffset(ZoneOffset.UTC),
                        group(task),
                        ClockUtil.getCurrentTime().toInstant().atOffset(ZoneOffset.UTC),
                        task.getId())
                .update();
    }

    private void delete(DelegateTask task) {
        deadlines.ifAvailable(keeper -> keeper.taskEnded(task.getId()));
        jdbc.getObject()
                .sql("delete from worklist_task where task_id = ?")
                .param(task.getId())
                .update();
    }

    private static Instant due(DelegateTask task) {
        Date due = task.getDueDate();
        return due == null ? NEVER : due.toInstant();
    }

    private static @Nullable String group(DelegateTask task) {
        return task.getCandidates().stream()
                .map(link -> link.getGroupId())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String element(DelegateTask task) {
        return ELEMENTS.stream()
                .map(task::getVariable)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String formId(TaskEntity task) {
        task.initializeFormKey();
        CamundaFormRef form = task.getCamundaFormRef();
        return form == null ? null : form.getKey();
    }
}
