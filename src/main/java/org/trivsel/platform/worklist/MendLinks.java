package org.trivsel.platform.worklist;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a gate's missing part is mended: an open task, or the case's actions. */
@Component
public class MendLinks {

    private final Worklist worklist;

    MendLinks(Worklist worklist) {
        this.worklist = worklist;
    }

    /**
     * @param mend `task:UserTask_X` or `action:Message`, or null
     * @param here the task one is on, which is no link to itself
     */
    public @Nullable String to(String caseRef, @Nullable String mend, @Nullable String here) {
        if (mend == null) {
            return null;
        }
        if (mend.startsWith("action:")) {
            return "/cases/" + caseRef + "#actions";
        }
        String taskKey = mend.substring("task:".length());
        return worklist.ofCase(caseRef).stream()
                .filter(task -> task.taskKey().equals(taskKey))
                .map(WorklistTask::id)
                .filter(id -> !id.equals(here))
                .findFirst()
                .map(id -> "/tasks/" + id)
                .orElse(null);
    }
}
