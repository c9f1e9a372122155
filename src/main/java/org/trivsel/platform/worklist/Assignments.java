package org.trivsel.platform.worklist;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives a task to somebody, also while the work stands still. The engine refuses to touch what is suspended, but a case
 * changes hands exactly when things are difficult (E5).
 */
@Component
class Assignments {

    private final TaskService tasks;
    private final ProcessEngine engine;

    Assignments(TaskService tasks, ProcessEngine engine) {
        this.tasks = tasks;
        this.engine = engine;
    }

    /**
     * @param username whom it belongs to from now on; null puts it back into the pool
     * @throws TaskGone when it was completed meanwhile
     */
    void give(String taskId, @Nullable String username) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new TaskGone(taskId);
        }
        if (task.isSuspended()) {
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired()
                    .execute(new GiveSuspended(taskId, username));
        } else {
            tasks.setAssignee(taskId, username);
        }
    }

    /** What {@code setAssignee} does, on a task that stays suspended. */
    private record GiveSuspended(String taskId, @Nullable String username) implements Command<Void> {

        @Override
        public @Nullable Void execute(CommandContext context) {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            task.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
            task.setAssignee(username);
            task.triggerUpdateEvent();
            task.logUserOperation(UserOperationLogEntry.OPERATION_TYPE_ASSIGN);
            task.setSuspensionState(SuspensionState.SUSPENDED.getStateCode());
            return null;
        }
    }
}
