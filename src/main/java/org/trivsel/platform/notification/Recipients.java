package org.trivsel.platform.notification;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineWord;
import org.trivsel.platform.deadline.DeadlineWord.Kind;
import org.trivsel.platform.deadline.RunningDeadline;
import org.trivsel.platform.identity.Absences;
import org.trivsel.platform.worklist.CaseStaff;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.WorklistTask;

/** Who hears a word: the roles of the rule, and of a task the one who has it instead of others of the same role. */
@Component
class Recipients {

    private final CaseStaff staff;
    private final Worklist worklist;
    private final Absences absences;

    Recipients(CaseStaff staff, Worklist worklist, Absences absences) {
        this.absences = absences;
        this.staff = staff;
        this.worklist = worklist;
    }

    Set<String> of(DeadlineWord word) {
        RunningDeadline deadline = word.deadline();
        Set<String> people = new LinkedHashSet<>();
        Optional<WorklistTask> task = Optional.ofNullable(deadline.taskId()).flatMap(worklist::find);
        Optional<WorklistTask> owned = task.filter(one -> word.kind() == Kind.REMINDER && one.assignee() != null);
        owned.ifPresent(one -> people.add(String.valueOf(one.assignee())));
        for (String role : word.roles()) {
            if (isLeftToOthers(word, role)) {
                continue;
            }
            boolean hasOwner =
                    owned.filter(one -> role.equals(one.candidateGroup())).isPresent();
            if (!hasOwner || deadline.atOnce()) {
                people.addAll(staff.hearing(deadline.caseRef(), role, deadline.atOnce()));
            }
        }
        Set<String> reached = new LinkedHashSet<>(people);
        people.forEach(one ->
                absences.substituteOf(one).ifPresent(reached::add)); // whoever is away is told, and so is who can act
        return reached;
    }

    /** What several roles are reminded of, where this one has said that the others do. A date of the law is for all. */
    private boolean isLeftToOthers(DeadlineWord word, String role) {
        RunningDeadline deadline = word.deadline();
        return word.kind() == Kind.REMINDER
                && word.roles().size() > 1
                && !deadline.statutory()
                && !deadline.atOnce()
                && staff.leavesToOthers(deadline.caseRef(), role);
    }
}
