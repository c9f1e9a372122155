package org.trivsel.platform.worklist;

/** Somebody else completed the task meanwhile, or the process moved on. */
public class TaskGone extends RuntimeException {

    TaskGone(String taskId) {
        super(taskId);
    }
}
