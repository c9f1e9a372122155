package org.trivsel.platform.worklist;

/** The work with the family stands still: the task waits as it is until the work goes on. */
public class TaskFrozen extends RuntimeException {

    TaskFrozen(String taskId) {
        super(taskId);
    }
}
