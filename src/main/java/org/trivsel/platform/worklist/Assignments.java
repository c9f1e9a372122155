package org.trivsel.platform.worklist;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.TaskChanges;

/** Gives a task to somebody, also while the work stands still: a case changes hands exactly when things are difficult (E5). */
@Component
class Assignments {

    private final TaskChanges changes;

    Assignments(TaskChanges changes) {
        this.changes = changes;
    }

    /**
     * @param username whom it belongs to from now on; null puts it back into the pool
     * @throws TaskGone when it was completed meanwhile
     */
    void give(String taskId, @Nullable String username) {
        if (!changes.setAssignee(taskId, username)) {
            throw new TaskGone(taskId);
        }
    }
}
