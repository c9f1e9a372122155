package org.trivsel.practice.meeting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.deadline.WorkingDays;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;

/** Start-up with the caseworker (F06), with the family (F07), and of level 2. */
@Component
class StartupMeetings extends ContributionTo {

    private static final int PARTS_OF_THE_FRAME = 8;
    private static final int HOUR_TO_CALL = 10;

    private final Meetings meetings;
    private final SafetyCases cases;
    private final People people;
    private final DeadlineDates dates;
    private final WorkingDays workingDays;
    private final Clock clock;

    StartupMeetings(
            Meetings meetings,
            SafetyCases cases,
            People people,
            DeadlineDates dates,
            WorkingDays workingDays,
            Clock clock) {
        super("hold-commissioner-meeting", "hold-family-meeting", "record-parents-answer", "hold-safety-work-startup");
        this.meetings = meetings;
        this.cases = cases;
        this.people = people;
        this.dates = dates;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        SafetyCase safetyCase = cases.get(context.requireCase());
        ArrayNode participants = data.putArray("participants").add(safetyCase.caseworker());
        participants.add(context.user().username());
        if (context.formId().equals("hold-commissioner-meeting")) {
            data.put("involvementLevel", "AGREED");
            data.putObject("plannedMeetings")
                    .put("startup", 2)
                    .put("network", 4)
                    .put("closing", 1);
        } else if (context.formId().equals("record-parents-answer")) {
            data.remove("participants");
        } else {
            people.of(safetyCase.caseRef(), Person.Role.PARENT).forEach(parent -> participants.add(parent.id()));
        }
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        SafetyCase safetyCase = cases.get(submission.caseRef());
        List<String> present = form.values("participants");
        boolean consultant = present.contains(safetyCase.consultant1()) || present.contains(safetyCase.consultant2());
        switch (submission.formId()) {
            case "hold-commissioner-meeting" -> {
                problems.addIf(!withCaseworker(safetyCase, present), "participants", "caseworker-needed");
                problems.addIf(!consultant, "participants", "consultant-needed");
                problems.addIf(!form.has("authorityConcerns"), "authorityConcerns", "required");
                problems.addIf(!form.has("draftGoals"), "draftGoals", "required");
                problems.addIf(
                        !form.instant("parentsInvitedAt").isAfter(form.instant("meetingAt")),
                        "parentsInvitedAt",
                        "before-meeting");
            }
            case "hold-family-meeting" -> {
                problems.addIf(noParent(present), "participants", "parent-needed");
                problems.addIf(!consultant, "participants", "consultant-needed");
                problems.addIf(
                        form.values("frameExplained").size() < PARTS_OF_THE_FRAME, "frameExplained", "explain-all");
                Set<String> asked = form.rows("parentsView").stream()
                        .map(row -> row.text("person"))
                        .collect(Collectors.toSet());
                people.custodyHolders(submission.caseRef()).stream()
                        .filter(holder -> !asked.contains(holder.id()))
                        .forEach(holder -> problems.add("parentsView", "parent-missing", holder.id()));
                problems.addIf(
                        form.date("thinkUntil").isBefore(form.date("meetingAt")), "thinkUntil", "before-meeting");
            }
            case "hold-safety-work-startup" -> {
                problems.addIf(noParent(present), "participants", "parent-needed");
                problems.addIf(!consultant, "participants", "consultant-needed");
            }
            default -> {}
        }
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        SafetyCase safetyCase = cases.get(caseRef);
        boolean caseworker = withCaseworker(safetyCase, form.values("participants"));
        switch (submission.formId()) {
            case "hold-commissioner-meeting" -> {
                meetings.held(caseRef, "COMMISSIONER", form.instant("meetingAt"), caseworker, entryId);
                dates.agree(caseRef, "FAMILY_MEETING", form.instant("parentsInvitedAt"));
            }
            case "hold-family-meeting" -> {
                meetings.held(caseRef, "STARTUP", form.instant("meetingAt"), caseworker, entryId);
                cases.showNames(caseRef);
                dates.agree(caseRef, "T-THINK", callTime(form.date("thinkUntil"), safetyCase.country()));
            }
            case "record-parents-answer" -> {
                if (form.has("thinkUntil")) {
                    dates.agree(caseRef, "T-THINK", callTime(form.date("thinkUntil"), safetyCase.country()));
                }
            }
            default -> meetings.held(caseRef, "STARTUP", form.instant("meetingAt"), caseworker, entryId);
        }
        return Map.of();
    }

    /** The parents are called on a working day, by a person: no automatic message (T-THINK). */
    private Instant callTime(LocalDate thinkUntil, String country) {
        LocalDate day =
                workingDays.isWorkingDay(thinkUntil, country) ? thinkUntil : workingDays.plus(thinkUntil, 1, country);
        return day.atTime(HOUR_TO_CALL, 0).atZone(clock.getZone()).toInstant();
    }

    private static boolean noParent(List<String> present) {
        return present.stream().noneMatch(id -> id.matches("P\\d+"));
    }

    private static boolean withCaseworker(SafetyCase safetyCase, List<String> present) {
        return present.contains(safetyCase.caseworker()) || present.contains(safetyCase.substitute());
    }
}
