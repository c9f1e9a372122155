package org.trivsel.platform.worklist;

import java.util.Optional;
import java.util.Set;

/** Who on a case does a role's tasks. The practice knows. */
public interface CaseStaff {

    /** The person of the case for a candidate group; empty when there is none yet and the task waits in the team. */
    Optional<String> assignee(String caseRef, String candidateGroup);

    /**
     * Everybody of the case who is to hear what concerns a role: both consultants of the pair, and where a day is too long
     * to wait the caseworker's substitute too.
     */
    default Set<String> hearing(String caseRef, String candidateGroup, boolean urgent) {
        return assignee(caseRef, candidateGroup).map(Set::of).orElse(Set.of());
    }

    /** Whether a role of the case leaves to the others what they are all reminded of. Never what only concerns itself. */
    default boolean leavesToOthers(String caseRef, String candidateGroup) {
        return false;
    }

    /** Whether a person stands in for another on this case (the caseworker's substitute). */
    boolean standsInFor(String caseRef, String username, String absent);
}
