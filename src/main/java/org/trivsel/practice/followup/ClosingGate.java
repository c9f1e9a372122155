package org.trivsel.practice.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.worklist.TaskGate;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.meeting.Meetings;

/** G9: the case may be closed: enough meetings with the caseworker, statement signed, every worry answered. */
@Component
class ClosingGate implements TaskGate {

    private static final int STARTUP_AT_LEAST = 1;
    private static final int NETWORK_AT_LEAST = 3;

    private final Meetings meetings;
    private final Journal journal;
    private final People people;

    ClosingGate(Meetings meetings, Journal journal, People people) {
        this.meetings = meetings;
        this.journal = journal;
        this.people = people;
    }

    @Override
    public String key() {
        return "G9";
    }

    @Override
    public List<Missing> missing(String caseRef, @Nullable Submission submission) {
        List<Missing> missing = new ArrayList<>();
        Meetings.Counts counts = meetings.withCaseworker(caseRef);
        if (counts.startup() < STARTUP_AT_LEAST) {
            missing.add(Missing.of("too-few-startup", null, counts.startup(), STARTUP_AT_LEAST));
        }
        if (counts.network() < NETWORK_AT_LEAST) {
            missing.add(
                    Missing.of("too-few-network", "action:NetworkMeetingCalled", counts.network(), NETWORK_AT_LEAST));
        }
        if (counts.closing() < 1) {
            missing.add(Missing.of("no-closing-with-caseworker", "task:UserTask_HoldClosingMeeting"));
        }
        if (journal.latest(caseRef, "write-final-statement").isEmpty()) {
            missing.add(Missing.of("no-final-statement", "task:UserTask_WriteFinalStatement"));
        }
        handOver(caseRef, missing);
        if (submission != null) {
            Set<String> told = submission.answers().rows("outcomes").stream()
                    .map(row -> row.text("child"))
                    .collect(Collectors.toSet());
            people.of(caseRef, Person.Role.CHILD).stream()
                    .filter(child -> child.outcome() == null && !told.contains(child.id()))
                    .forEach(child -> missing.add(Missing.of("child-without-outcome", null, child.id())));
        }
        return missing;
    }

    private void handOver(String caseRef, List<Missing> missing) {
        String mend = "task:UserTask_HandOverToNetwork";
        var handOver = journal.latest(caseRef, "hand-over-to-network");
        if (handOver.isEmpty()) {
            missing.add(Missing.of("no-hand-over", mend));
            return;
        }
        unanswered(handOver.get().answers())
                .forEach(number -> missing.add(Missing.of("worry-unanswered", mend, number)));
    }

    /** The numbers of worries nobody answered (R159). */
    static List<Integer> unanswered(Answers handOver) {
        Set<Integer> answered = handOver.rows("mitigations").stream()
                .map(row -> row.number("worryNo"))
                .collect(Collectors.toSet());
        return Stream.concat(handOver.rows("familyWorries").stream(), handOver.rows("professionalWorries").stream())
                .map(worry -> worry.number("no"))
                .filter(number -> !answered.contains(number))
                .toList();
    }
}
