package org.trivsel.platform.engine;

import java.util.Date;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes tasks also while they stand still: the engine refuses to touch what is suspended. The one place that lifts a
 * suspension, for the length of one command (decision 40).
 */
@Component
public class TaskChanges {

    private final ProcessEngine engine;

    TaskChanges(ProcessEngine engine) {
        this.engine = engine;
    }

    /** @return whether there is such a task */
    public boolean setDueDate(String taskId, Date due) {
        return change(taskId, UserOperationLogEntry.OPERATION_TYPE_UPDATE, task -> task.setDueDate(due));
    }

    /** @return whether there is such a task */
    public boolean setAssignee(String taskId, @Nullable String username) {
        return change(taskId, UserOperationLogEntry.OPERATION_TYPE_ASSIGN, task -> task.setAssignee(username));
    }

    private boolean change(String taskId, String operation, Consumer<TaskEntity> change) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(new ChangeTask(taskId, operation, change));
    }

    /** With the listeners and the log of operations that the engine's own commands have. */
    private record ChangeTask(String taskId, String operation, Consumer<TaskEntity> change)
            implements Command<Boolean> {

        @Override
        public Boolean execute(CommandContext context) {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null) {
                return false;
            }
            int state = task.getSuspensionState();
            task.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
            change.accept(task);
            task.triggerUpdateEvent();
            task.logUserOperation(operation);
            task.setSuspensionState(state);
            return true;
        }
    }
}
