package org.trivsel.practice.events;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.access.CaseMembers;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.deadline.Deadlines;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.worklist.TaskGate;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.SafetyCases;

/**
 * A notification on an open case (E12): the law's day starts anew, and somebody who was not involved before assesses it
 * (Barnets lov § 137). The assessor sees the case for that, and loses sight of it again.
 */
@Component
class NotificationForms extends ContributionTo implements TaskGate {

    private final Journal journal;
    private final SafetyCases cases;
    private final CaseMembers members;
    private final DeadlineDates dates;
    private final Deadlines deadlines;
    private final Clock clock;

    NotificationForms(
            Journal journal,
            SafetyCases cases,
            CaseMembers members,
            DeadlineDates dates,
            Deadlines deadlines,
            Clock clock) {
        super("register-notification", "assess-notification");
        this.journal = journal;
        this.cases = cases;
        this.members = members;
        this.dates = dates;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "UNINVOLVED";
    }

    /** The gate of the assessment: not of the case's staff, and never the author of an entry in it. */
    @Override
    public List<Missing> missing(String caseRef, @Nullable Submission submission) {
        return submission != null && isInvolved(caseRef, submission.author().username())
                ? List.of(Missing.of("involved-before", null))
                : List.of();
    }

    private boolean isInvolved(String caseRef, String username) {
        return cases.get(caseRef).staff().contains(username)
                || journal.of(caseRef).stream()
                        .filter(entry -> !entry.formId().equals("assess-notification"))
                        .anyMatch(entry -> entry.author().equals(username));
    }

    private boolean isRegistered(String caseRef, Answers form) {
        return journal.of(caseRef, "register-notification").stream()
                .map(Journal.Entry::answers)
                .anyMatch(known -> known.is("at", form.text("at")) && known.is("what", form.text("what")));
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        if (submission.formId().equals("register-notification")) {
            problems.addIf(isInvolved(caseRef, form.text("assessor")), "assessor", "involved-before");
            problems.addIf(isRegistered(caseRef, form), "at", "already-reported");
            return;
        }
        boolean abuse = journal.latest(caseRef, "register-notification")
                .filter(entry -> entry.answers().flag("abuseByParents"))
                .isPresent();
        problems.addIf(abuse && form.is("childHeard", "WITH_PARENTS"), "childHeard", "child-without-parents");
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        if (submission.formId().equals("register-notification")) {
            dates.start(caseRef, "NOTIFICATION", form.instant("at"));
            members.grant(caseRef, form.text("assessor"), "ASSESSOR");
            return Map.of("assessor", form.text("assessor"));
        }
        dates.start(caseRef, "REASSIGNED", clock.instant());
        members.endAt(caseRef, submission.author().username(), "ASSESSOR", deadlines.dueAt("T-ACCESS", caseRef));
        return Map.of();
    }
}
