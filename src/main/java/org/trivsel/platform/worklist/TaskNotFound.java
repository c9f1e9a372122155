package org.trivsel.platform.worklist;

/** There is no such task, or the reader may not learn that there is. */
public class TaskNotFound extends RuntimeException {

    public TaskNotFound(String taskId) {
        super(taskId);
    }
}
