package org.trivsel.platform.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open user task as the task list shows it.
 *
 * @param caseRef null for a call to the advice line, which is no case
 * @param element what this one of several alike tasks is about: a person, child, member or statement id
 */
public record WorklistTask(
        String id,
        @Nullable String caseRef,
        String processKey,
        String processInstanceId,
        String processDefinitionId,
        String deploymentId,
        String taskKey,
        String name,
        @Nullable String formId,
        @Nullable String element,
        @Nullable String candidateGroup,
        @Nullable String assignee,
        Instant dueAt,
        Instant createdAt) {

    /** The key under which the task's name stands in the translations. */
    public String textKey() {
        return processKey + "." + taskKey;
    }

    /** @throws IllegalStateException for a model whose task has no form; the linter refuses such a model */
    public String requireForm() {
        if (formId == null) {
            throw new IllegalStateException(taskKey + " has no form");
        }
        return formId;
    }
}
