package org.trivsel.platform.engine;

import java.util.Date;
import java.util.function.Consumer;
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
 * Changes tasks also while they stand still: the engine refuses to touch what is suspended. The one place that lifts a
 * suspension, for the length of one command (decision 40).
 */
@Component
public class TaskChanges {

    private final TaskService tasks;
    private final ProcessEngine engine;

    TaskChanges(TaskService tasks, ProcessEngine engine) {
        this.tasks = tasks;
        this.engine = engine;
    }

    public void setDueDate(Task task, Date due) {
        if (task.isSuspended()) {
            standing(task.getId(), UserOperationLogEntry.OPERATION_TYPE_UPDATE, standing -> standing.setDueDate(due));
        } else {
            task.setDueDate(due);
            tasks.saveTask(task);
        }
    }

    /** Changes a suspended task, with the listeners and the log of operations that its change has elsewhere. */
    public void standing(String taskId, String operation, Consumer<TaskEntity> change) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(new ChangeStanding(taskId, operation, change));
    }

    private record ChangeStanding(String taskId, String operation, Consumer<TaskEntity> change)
            implements Command<Void> {

        @Override
        public @Nullable Void execute(CommandContext context) {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            task.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
            change.accept(task);
            task.triggerUpdateEvent();
            task.logUserOperation(operation);
            task.setSuspensionState(SuspensionState.SUSPENDED.getStateCode());
            return null;
        }
    }
}
