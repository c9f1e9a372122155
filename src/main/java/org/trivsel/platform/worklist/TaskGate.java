package org.trivsel.platform.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trivsel.platform.forms.Submission;

/**
 * A hard condition of the method. A model names it on a user task (property `gate`); it is checked when the task is
 * submitted, and explains itself.
 */
public interface TaskGate {

    /** G0 … G9. */
    String key();

    /**
     * What is missing.
     *
     * @param submission the form being submitted, or null when somebody only looks
     * @return empty when the gate is open
     */
    List<Missing> missing(String caseRef, @Nullable Submission submission);

    /** Whether this submission wants to go through the gate: returning a plan needs no complete plan. */
    default boolean applies(Submission submission) {
        return true;
    }

    /**
     * @param code the text's key below `gate.`
     * @param mend where it is mended: `action:ChildConversationRequested`, `task:UserTask_TalkWithChild`, or null when
     *     it is mended in the form itself
     */
    record Missing(String code, List<Object> args, @Nullable String mend) {

        public static Missing of(String code, @Nullable String mend, Object... args) {
            return new Missing(code, List.of(args), mend);
        }
    }
}
