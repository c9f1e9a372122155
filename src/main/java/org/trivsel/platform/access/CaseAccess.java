package org.trivsel.platform.access;

import org.springframework.stereotype.Component;
import org.trivsel.platform.identity.User;

/** The one door to a case: role and need to know, and a line in the log. */
@Component
public class CaseAccess {

    private final CaseMembers members;
    private final AccessLog log;

    CaseAccess(CaseMembers members, AccessLog log) {
        this.members = members;
        this.log = log;
    }

    /** @throws CaseNotFound when the user may not see the case: a stranger does not learn that it exists */
    public void require(User user, String caseRef, String what, Purpose purpose) {
        if (!allowed(user, caseRef)) {
            throw new CaseNotFound(caseRef);
        }
        log.record(user.username(), caseRef, what, purpose);
    }

    public boolean allowed(User user, String caseRef) {
        return members.isMember(caseRef, user.username());
    }
}
