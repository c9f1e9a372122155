package org.trivsel.practice.meeting;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.Decisions;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;

/** The closing meeting of level 1, its decision (F17), and the closing meeting of the case (F35). */
@Component
class ClosingMeetings extends ContributionTo {

    private final Meetings meetings;
    private final SafetyCases cases;
    private final Decisions decisions;
    private final DeadlineDates dates;

    ClosingMeetings(Meetings meetings, SafetyCases cases, Decisions decisions, DeadlineDates dates) {
        super("hold-next-step-meeting", "decide-next-step", "hold-closing-meeting");
        this.meetings = meetings;
        this.cases = cases;
        this.decisions = decisions;
        this.dates = dates;
    }

    @Override
    public void check(Submission submission, Problems problems) {
        if (submission.formId().equals("decide-next-step")) {
            return;
        }
        List<String> present = submission.answers().values("participants");
        problems.addIf(!caseworker(submission), "participants", "caseworker-needed");
        problems.addIf(present.stream().noneMatch(id -> id.matches("P\\d+")), "participants", "parent-needed");
        problems.addIf(present.stream().noneMatch(id -> id.matches("N\\d+")), "participants", "network-person-needed");
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        switch (submission.formId()) {
            case "decide-next-step" -> {
                decisions.record(submission, "NEXT_STEP", form.text("decision"), entryId);
                dates.start(caseRef, "LEVEL_1_DONE", submission.at());
            }
            case "hold-next-step-meeting" ->
                meetings.held(caseRef, "NEXT_STEP", form.instant("meetingAt"), caseworker(submission), entryId);
            default -> meetings.held(caseRef, "CLOSING", form.instant("meetingAt"), caseworker(submission), entryId);
        }
        return Map.of();
    }

    private boolean caseworker(Submission submission) {
        SafetyCase safetyCase = cases.get(submission.caseRef());
        List<String> present = submission.answers().values("participants");
        return present.contains(safetyCase.caseworker()) || present.contains(safetyCase.substitute());
    }
}
