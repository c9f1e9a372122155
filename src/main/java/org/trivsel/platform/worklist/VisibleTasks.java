package org.trivsel.platform.worklist;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;
import org.trivsel.platform.access.CaseAccess;
import org.trivsel.platform.identity.User;

/** Finds a task for somebody who may see it, and tells a task that is done from one that never was. */
@Component
public class VisibleTasks {

    private final Worklist worklist;
    private final TaskRights rights;
    private final CaseAccess access;
    private final HistoryService history;

    VisibleTasks(Worklist worklist, TaskRights rights, CaseAccess access, HistoryService history) {
        this.worklist = worklist;
        this.rights = rights;
        this.access = access;
        this.history = history;
    }

    /**
     * @throws TaskGone when it was completed meanwhile, for somebody who knows the case
     * @throws TaskNotFound in every other case: a stranger does not learn that there was one
     */
    public WorklistTask get(User user, String taskId) {
        WorklistTask task = worklist.find(taskId).orElseThrow(() -> gone(user, taskId));
        if (!rights.maySee(user, task)) {
            throw new TaskNotFound(taskId);
        }
        return task;
    }

    private RuntimeException gone(User user, String taskId) {
        HistoricTaskInstance past = history.createHistoricTaskInstanceQuery()
                .taskId(taskId)
                .finished()
                .singleResult();
        if (past == null) {
            return new TaskNotFound(taskId);
        }
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(past.getProcessInstanceId())
                .singleResult();
        String caseRef = instance == null ? null : instance.getBusinessKey();
        boolean knows = caseRef != null && access.allowed(user, caseRef);
        return knows ? new TaskGone(taskId) : new TaskNotFound(taskId);
    }
}
