package org.trivsel.platform.worklist;

/** The task is somebody else's; whoever is on the case may take it over first. */
public class TaskNotYours extends RuntimeException {

    TaskNotYours(String taskId) {
        super(taskId);
    }
}
