package org.trivsel.platform.worklist;

import java.util.Optional;

/** What the practice knows about starting something on a case beyond what its models listen for. */
public interface ActionRule {

    /** Why it cannot be started on this case as it is, as a text key below `refused.`; empty when it can. */
    Optional<String> refusal(String caseRef, String message);

    /** Whether the same is being looked at already: a second report of it then starts nothing. */
    default boolean isUnderWay(String caseRef, String message) {
        return false;
    }
}
