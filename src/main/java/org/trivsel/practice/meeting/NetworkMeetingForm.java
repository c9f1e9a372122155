package org.trivsel.practice.meeting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.deadline.ModelTimers;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.network.NetworkMembers;

/** A network meeting (F15) of any type. The first plan meeting starts the 7–14 days of the plan draft (C5). */
@Component
class NetworkMeetingForm extends ContributionTo {

    /** A plan meeting needs some who know what it is about [assumption]. */
    private static final int INFORMED_FOR_PLANNING = 3;

    private final Meetings meetings;
    private final SafetyCases cases;
    private final People people;
    private final NetworkMembers members;
    private final DeadlineDates dates;
    private final ModelTimers timers;
    private final Agreements agreements;
    private final StaffAgreements staffAgreements;
    private final Clock clock;

    NetworkMeetingForm(
            Meetings meetings,
            SafetyCases cases,
            People people,
            NetworkMembers members,
            DeadlineDates dates,
            ModelTimers timers,
            Agreements agreements,
            StaffAgreements staffAgreements,
            Clock clock) {
        super("hold-network-meeting", "send-minutes");
        this.meetings = meetings;
        this.cases = cases;
        this.people = people;
        this.members = members;
        this.dates = dates;
        this.timers = timers;
        this.agreements = agreements;
        this.staffAgreements = staffAgreements;
        this.clock = clock;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        SafetyCase safetyCase = cases.get(context.requireCase());
        if (context.formId().equals("send-minutes")) {
            ArrayNode receivers = data.putArray("sentTo");
            people.of(safetyCase.caseRef(), Person.Role.PARENT).forEach(parent -> receivers.add(parent.id()));
            return;
        }
        data.put("type", typeIn(safetyCase));
        ArrayNode participants = data.putArray("participants");
        people.of(safetyCase.caseRef(), Person.Role.PARENT).forEach(parent -> participants.add(parent.id()));
        members.ids(safetyCase.caseRef()).forEach(participants::add);
        participants.add(context.user().username());
    }

    private static String typeIn(SafetyCase safetyCase) {
        if (safetyCase.observationStart() != null) {
            return "FOLLOW_UP";
        }
        return safetyCase.state().startsWith("L2") ? "PLAN" : "MAPPING";
    }

    @Override
    public void check(Submission submission, Problems problems) {
        if (submission.formId().equals("send-minutes")) {
            return;
        }
        Answers form = submission.answers();
        List<String> present = form.values("participants");
        problems.addIf(present.stream().noneMatch(id -> id.matches("N\\d+")), "participants", "network-person-needed");
        problems.addIf(present.stream().noneMatch(id -> id.matches("P\\d+")), "participants", "parent-needed");
        problems.addIf(!form.has("worksWell"), "worksWell", "required");
        problems.addIf(form.is("type", "FOLLOW_UP") && !form.has("whatIsDifferent"), "whatIsDifferent", "required");
        problems.addIf(!form.has("agreements"), "agreements", "required");
        problems.addIf(
                form.has("nextMeetingAt") && !form.instant("nextMeetingAt").isAfter(form.instant("meetingAt")),
                "nextMeetingAt",
                "before-meeting");
        boolean observing = cases.get(submission.caseRef()).observationStart() != null;
        problems.addIf(form.is("type", "FOLLOW_UP") && !observing, "type", "follow-up-before-plan");
        long informed = members.of(submission.caseRef()).stream()
                .filter(NetworkMembers.Member::isInformed)
                .count();
        problems.addIf(
                form.is("type", "PLAN") && informed < INFORMED_FOR_PLANNING,
                "type",
                "too-few-informed",
                informed,
                INFORMED_FOR_PLANNING);
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        if (submission.formId().equals("send-minutes")) {
            meetings.minutesSent(caseRef, form.instant("minutesSentAt"));
            return Map.of();
        }
        meetings.held(caseRef, form.text("type"), form.instant("meetingAt"), form.flag("caseworkerPresent"), entryId);
        agreements.record(caseRef, entryId, form.rows("agreements"), clock.getZone());
        staffAgreements.taken(caseRef, entryId);
        dates.start(caseRef, "LAST_MEETING", form.instant("meetingAt"));
        timers.follow(caseRef, "T-MEET");
        if (form.has("nextMeetingAt")) {
            dates.agree(caseRef, "NEXT_MEETING", form.instant("nextMeetingAt"));
        }
        if (form.is("type", "PLAN")) {
            dates.startOnce(caseRef, "FIRST_PLAN_MEETING", form.instant("meetingAt"));
        }
        return Map.of();
    }
}
