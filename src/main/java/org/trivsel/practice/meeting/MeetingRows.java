package org.trivsel.practice.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.trivsel.platform.data.DateTexts;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.WorklistTask;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.meeting.Agreements.Agreement;
import org.trivsel.practice.meeting.Agreements.Outcome;
import org.trivsel.practice.meeting.PlannedMeetings.Plan;
import org.trivsel.practice.meeting.PlannedMeetings.Planned;
import org.trivsel.practice.meeting.PlannedMeetings.State;

/** What the page of the meetings shows, in the reader's words and language. */
@Component
class MeetingRows {

    private final PlannedMeetings planned;
    private final Meetings held;
    private final Agreements agreements;
    private final Worklist worklist;
    private final SafetyCases cases;
    private final Users users;
    private final DateTexts dates;
    private final MessageSource messages;
    private final Clock clock;

    MeetingRows(
            PlannedMeetings planned,
            Meetings held,
            Agreements agreements,
            Worklist worklist,
            SafetyCases cases,
            Users users,
            DateTexts dates,
            MessageSource messages,
            Clock clock) {
        this.planned = planned;
        this.held = held;
        this.agreements = agreements;
        this.worklist = worklist;
        this.cases = cases;
        this.users = users;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param withoutCaseworker the caseworker is welcome at every meeting (R069), and not asked to this one */
    record Row(
            long id,
            String kind,
            String when,
            String place,
            String interpreter,
            Set<String> participants,
            String people,
            String calledBy,
            boolean past,
            boolean withoutCaseworker,
            String day,
            String from,
            String to) {}

    /** @param minutesTask where the minutes are still to be sent */
    record Held(String kind, String when, boolean caseworker, @Nullable String minutes, @Nullable String minutesTask) {}

    record MoveRow(String kind, String change, @Nullable String from, @Nullable String to, String reason, String by) {}

    /** @param task of the member of staff who took it on */
    record AgreementRow(
            long id,
            String who,
            String what,
            @Nullable String due,
            boolean late,
            @Nullable String done,
            boolean dropped,
            @Nullable String task) {}

    List<Row> planned(String caseRef, Map<String, String> called, Locale locale) {
        String caseworker = cases.get(caseRef).caseworker();
        return planned.of(caseRef).stream()
                .filter(one -> one.state() == State.PLANNED)
                .map(one -> row(one, caseworker, called, locale))
                .toList();
    }

    private Row row(Planned one, String caseworker, Map<String, String> called, Locale locale) {
        Plan plan = one.plan();
        return new Row(
                one.id(),
                kind(one, locale),
                when(plan, locale),
                plan.place(),
                plan.interpreter(),
                plan.participants(),
                plan.participants().stream()
                        .map(id -> called.getOrDefault(id, id))
                        .collect(Collectors.joining(", ")),
                users.displayName(one.calledBy()),
                plan.endsAt().isBefore(clock.instant()),
                !plan.participants().contains(caseworker),
                dates.day(plan.startsAt()),
                dates.time(plan.startsAt()),
                dates.time(plan.endsAt()));
    }

    /** The newest first; minutes wait for the newest network meetings only. */
    List<Held> held(String caseRef, Locale locale) {
        List<String> waiting = worklist.ofCase(caseRef).stream()
                .filter(task -> task.taskKey().equals("UserTask_SendMinutes"))
                .sorted(Comparator.comparing(WorklistTask::createdAt).reversed())
                .map(WorklistTask::id)
                .toList();
        List<Meetings.Meeting> meetings = held.of(caseRef).stream()
                .sorted(Comparator.comparing(Meetings.Meeting::heldAt).reversed())
                .toList();
        List<Long> unsent = meetings.stream()
                .filter(one -> Meetings.NETWORK.contains(one.kind()) && one.minutesSentAt() == null)
                .map(Meetings.Meeting::id)
                .toList();
        return meetings.stream()
                .map(one -> {
                    int place = unsent.indexOf(one.id());
                    return new Held(
                            text("meeting." + one.kind(), locale),
                            dates.date(one.heldAt(), locale),
                            one.caseworkerPresent(),
                            one.minutesSentAt() == null ? null : dates.date(one.minutesSentAt(), locale),
                            place >= 0 && place < waiting.size() ? waiting.get(place) : null);
                })
                .toList();
    }

    List<AgreementRow> agreements(String caseRef, Map<String, String> called, Locale locale) {
        Map<String, String> tasks = tasksOfAgreements(caseRef);
        return agreements.of(caseRef).stream()
                .map(one -> row(one, tasks.get(StaffAgreements.id(one)), called, locale))
                .toList();
    }

    private AgreementRow row(Agreement one, @Nullable String task, Map<String, String> called, Locale locale) {
        return new AgreementRow(
                one.id(),
                called.getOrDefault(one.who(), one.who()),
                one.what(),
                one.dueOn() == null ? null : dates.date(one.dueOn(), locale),
                one.doneAt() == null && one.dueOn() != null && one.dueOn().isBefore(LocalDate.now(clock)),
                one.doneAt() == null ? null : dates.date(one.doneAt(), locale),
                one.outcome() == Outcome.DROPPED,
                task);
    }

    /** The task in which somebody of the staff says what came of the agreement; null where there is none. */
    @Nullable
    String taskOf(String caseRef, long agreement) {
        return tasksOfAgreements(caseRef).get("A" + agreement);
    }

    private Map<String, String> tasksOfAgreements(String caseRef) {
        return worklist.ofCase(caseRef).stream()
                .filter(task -> task.taskKey().equals("UserTask_KeepAgreement") && task.element() != null)
                .collect(Collectors.toMap(WorklistTask::element, WorklistTask::id, (first, again) -> first));
    }

    List<MoveRow> moves(String caseRef, Locale locale) {
        Map<Long, Planned> byId = planned.of(caseRef).stream().collect(Collectors.toMap(Planned::id, one -> one));
        return planned.moves(caseRef).stream()
                .filter(move -> byId.containsKey(move.meetingId()))
                .map(move -> new MoveRow(
                        kind(byId.get(move.meetingId()), locale),
                        move.kind(),
                        move.from() == null ? null : dates.moment(move.from(), locale),
                        move.to() == null ? null : dates.moment(move.to(), locale),
                        move.reason(),
                        users.displayName(move.by()) + ", " + dates.moment(move.at(), locale)))
                .toList();
    }

    String when(Plan plan, Locale locale) {
        return dates.weekday(plan.startsAt(), locale) + " "
                + plan.startsAt().atZone(clock.getZone()).getYear() + ", " + dates.time(plan.startsAt()) + "–"
                + dates.time(plan.endsAt());
    }

    private String kind(Planned one, Locale locale) {
        return text("meeting.kind." + one.plan().kind(), locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, key, locale);
    }
}
