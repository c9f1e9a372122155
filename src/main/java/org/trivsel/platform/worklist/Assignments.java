package org.trivsel.platform.worklist;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.TaskChanges;

/** Gives a task to somebody, also while the work stands still: a case changes hands exactly when things are difficult (E5). */
@Component
class Assignments {

    private final TaskService tasks;
    private final TaskChanges changes;

    Assignments(TaskService tasks, TaskChanges changes) {
        this.tasks = tasks;
        this.changes = changes;
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
            changes.standing(
                    taskId, UserOperationLogEntry.OPERATION_TYPE_ASSIGN, standing -> standing.setAssignee(username));
        } else {
            tasks.setAssignee(taskId, username);
        }
    }
}
