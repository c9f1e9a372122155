package org.trivsel.platform.worklist;

import java.util.Optional;

/** Who on a case does a role's tasks. The practice knows. */
public interface CaseStaff {

    /** The person of the case for a candidate group; empty when there is none yet and the task waits in the team. */
    Optional<String> assignee(String caseRef, String candidateGroup);

    /** Whether a person stands in for another on this case (the caseworker's substitute). */
    boolean standsInFor(String caseRef, String username, String absent);
}
