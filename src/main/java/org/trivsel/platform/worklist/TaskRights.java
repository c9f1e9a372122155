package org.trivsel.platform.worklist;

import org.springframework.stereotype.Component;
import org.trivsel.platform.access.CaseAccess;
import org.trivsel.platform.identity.Absences;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;

/** Who may see, take and complete a task: need to know and role, both. */
@Component
public class TaskRights {

    private final CaseAccess access;
    private final CaseStaff staff;
    private final Absences absences;

    TaskRights(CaseAccess access, CaseStaff staff, Absences absences) {
        this.access = access;
        this.staff = staff;
        this.absences = absences;
    }

    public boolean maySee(User user, WorklistTask task) {
        return task.caseRef() == null ? hasRole(user, task) : access.allowed(user, task.caseRef());
    }

    public boolean mayClaim(User user, WorklistTask task) {
        return maySee(user, task) && hasRole(user, task);
    }

    /** Mine, or nobody's and my role's, or that of somebody I stand in for. */
    public boolean mayComplete(User user, WorklistTask task) {
        if (task.assignee() == null) {
            return mayClaim(user, task);
        }
        return task.assignee().equals(user.username())
                || (task.caseRef() != null
                        && hasRole(user, task)
                        && (staff.standsInFor(task.caseRef(), user.username(), task.assignee())
                                || absences.coveredBy(user.username()).contains(task.assignee())));
    }

    private static boolean hasRole(User user, WorklistTask task) {
        return task.candidateGroup() != null
                && Role.ofGroup(task.candidateGroup()).filter(user::has).isPresent();
    }
}
