package org.trivsel.practice.meeting;

import static java.util.function.Predicate.not;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.deadline.DateAgreed;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.deadline.ModelTimers;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.worklist.CaseActions;
import org.trivsel.platform.worklist.WorkFreeze;
import org.trivsel.practice.casefile.CaseStateEntered;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.meeting.PlannedMeetings.Kind;
import org.trivsel.practice.meeting.PlannedMeetings.Plan;
import org.trivsel.practice.meeting.PlannedMeetings.Planned;
import org.trivsel.practice.meeting.PlannedMeetings.State;
import org.trivsel.practice.network.NetworkMembers;

/**
 * Calls, moves and cancels meetings. The date of a meeting is one date: a form that agrees on the next meeting calls it, and a
 * meeting that is moved moves the task and the timer that wait for it (T-MEET).
 */
@Service
public class MeetingPlanning {

    /** What the forms and models call the date of a meeting of this kind. */
    private static final Map<Kind, String> AGREED =
            Map.of(Kind.STARTUP, "FAMILY_MEETING", Kind.NETWORK, "NEXT_MEETING", Kind.CLOSING, "CLOSING_MEETING");

    private static final Duration USUAL = Duration.ofMinutes(90);
    private static final Duration AT_MOST = Duration.ofHours(12);
    private static final Duration FAR = Duration.ofDays(732);
    private static final String CALL = "NetworkMeetingCalled";

    private final PlannedMeetings meetings;
    private final DeadlineDates dates;
    private final ModelTimers timers;
    private final SafetyCases cases;
    private final People people;
    private final NetworkMembers members;
    private final CaseActions actions;
    private final WorkFreeze freeze;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MeetingPlanning(
            PlannedMeetings meetings,
            DeadlineDates dates,
            ModelTimers timers,
            SafetyCases cases,
            People people,
            NetworkMembers members,
            CaseActions actions,
            WorkFreeze freeze,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meetings = meetings;
        this.dates = dates;
        this.timers = timers;
        this.cases = cases;
        this.people = people;
        this.members = members;
        this.actions = actions;
        this.freeze = freeze;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A person called, moved or cancelled a meeting, or asked others to it.
     *
     * @param change CALLED, MOVED, CANCELLED or LEFT (no longer asked)
     * @param told whom it concerns: ids of persons and user names of staff
     * @param line of the history of meetings; each tells everybody once
     */
    public record Changed(Planned meeting, String change, Set<String> told, long line, String by) {}

    /**
     * @param ticket of the click; a second one with the same ticket does nothing
     * @throws MeetingRefused with what is wrong; nothing has changed then
     */
    @Transactional
    public void call(User user, String caseRef, Plan plan, String ticket) {
        check(caseRef, plan.startsAt(), plan.endsAt());
        if (plan.participants().isEmpty()) {
            throw new MeetingRefused("nobody");
        }
        if (meetings.isCalled(ticket)) {
            return;
        }
        if (freeze.isFrozen(caseRef)) {
            throw new MeetingRefused("frozen");
        }
        long id = meetings.insert(caseRef, plan, user.username(), ticket);
        boolean waitsForIt = letTheModelsFollow(caseRef, plan.kind());
        if (plan.kind() == Kind.NETWORK && !waitsForIt && isOpen(user, caseRef)) {
            actions.start(user, caseRef, CALL);
        }
        tell(planned(caseRef, id), "CALLED", plan.participants(), 0, user);
    }

    /**
     * Gives a meeting another time, place or interpreter, or asks others to it. Only another time needs a reason: a place is
     * often found after the date.
     *
     * @param wanted its kind stays what it was
     * @throws MeetingRefused with what is wrong; nothing has changed then
     */
    @Transactional
    public void change(User user, String caseRef, long id, Plan wanted, String reason) {
        Planned one = planned(caseRef, id);
        Instant startsAt = wanted.startsAt();
        boolean moved = !startsAt.equals(one.plan().startsAt())
                || !wanted.endsAt().equals(one.plan().endsAt());
        if (moved) {
            check(caseRef, startsAt, wanted.endsAt());
            requireReason(reason);
        }
        Set<String> before = one.plan().participants();
        Set<String> after = wanted.participants();
        if (after.isEmpty()) {
            throw new MeetingRefused("nobody");
        }
        meetings.place(one, wanted.place(), wanted.interpreter());
        if (moved) {
            long line = meetings.move(one, startsAt, wanted.endsAt(), reason.strip(), user.username());
            letTheModelsFollow(caseRef, one.plan().kind());
            tell(planned(caseRef, id), "MOVED", those(before, after::contains), line, user);
        }
        if (!after.equals(before)) {
            long line = meetings.people(one, after, reason.strip(), user.username());
            tell(planned(caseRef, id), "CALLED", those(after, not(before::contains)), line, user);
            tell(planned(caseRef, id), "LEFT", those(before, not(after::contains)), line, user);
        }
    }

    private static Set<String> those(Set<String> ids, Predicate<String> which) {
        return ids.stream().filter(which).collect(Collectors.toSet());
    }

    private void tell(Planned one, String change, Set<String> told, long line, User user) {
        events.publishEvent(new Changed(one, change, told, line, user.username()));
    }

    /** Where no other is to come, the models wait for one within a week, as they do while no date is agreed. */
    @Transactional
    public void cancel(User user, String caseRef, long id, String reason) {
        Planned one = planned(caseRef, id);
        requireReason(reason);
        long line = meetings.cancel(one, reason.strip(), user.username());
        letTheModelsFollow(caseRef, one.plan().kind());
        tell(one, "CANCELLED", one.plan().participants(), line, user);
    }

    /** A form agreed on the date of a meeting. */
    @EventListener
    void agreed(DateAgreed agreed) {
        AGREED.forEach((kind, what) -> {
            if (what.equals(agreed.what())) {
                dates.agreed(agreed.caseRef(), what).ifPresent(at -> planFor(agreed.caseRef(), kind, at));
            }
        });
    }

    /** A form moves only what a form has agreed on; a meeting that a person called stays where it is. */
    private void planFor(String caseRef, Kind kind, Instant at) {
        List<Planned> open = meetings.open(caseRef, kind);
        if (open.stream().anyMatch(one -> isAt(one, at))) {
            return;
        }
        Optional<Planned> agreed = open.stream().filter(Planned::byForm).findFirst();
        if (agreed.isEmpty()) {
            Plan plan = new Plan(kind, at, at.plus(USUAL), "", "", usual(caseRef));
            meetings.insert(caseRef, plan, cases.get(caseRef).caseworker(), null);
        } else {
            Planned one = agreed.get();
            Duration length = Duration.between(one.plan().startsAt(), one.plan().endsAt());
            meetings.move(one, at, at.plus(length), "", one.calledBy());
        }
    }

    /** A form that knows the day only does not move a meeting of that day. */
    private boolean isAt(Planned one, Instant at) {
        ZonedDateTime start = one.plan().startsAt().atZone(clock.getZone());
        ZonedDateTime agreed = at.atZone(clock.getZone());
        boolean dayOnly = agreed.toLocalTime().equals(LocalTime.MIDNIGHT);
        return start.equals(agreed) || dayOnly && start.toLocalDate().equals(agreed.toLocalDate());
    }

    /** Who usually comes: the parents, the network, the staff who work with the family. */
    public Set<String> usual(String caseRef) {
        Set<String> ids = new LinkedHashSet<>();
        people.of(caseRef, Person.Role.PARENT).forEach(parent -> ids.add(parent.id()));
        ids.addAll(members.ids(caseRef));
        SafetyCase found = cases.get(caseRef);
        ids.add(found.caseworker());
        addIfThere(ids, found.consultant1());
        addIfThere(ids, found.consultant2());
        return ids;
    }

    private static void addIfThere(Set<String> ids, @Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }

    /** Where the case has ended nobody meets any more. */
    @EventListener
    void ended(CaseStateEntered entered) {
        if (cases.get(entered.caseRef()).isClosed()) {
            meetings.of(entered.caseRef()).stream()
                    .filter(one -> one.state() == State.PLANNED)
                    .forEach(one -> meetings.state(one.id(), State.CANCELLED));
        }
    }

    private boolean isOpen(User user, String caseRef) {
        return actions.open(user, caseRef).stream()
                .anyMatch(action -> action.message().equals(CALL));
    }

    /**
     * Of several meetings of a kind, the models wait for the next one.
     *
     * @return whether one of them waits for it
     */
    private boolean letTheModelsFollow(String caseRef, Kind kind) {
        String what = AGREED.get(kind);
        List<Planned> open = meetings.open(caseRef, kind);
        open.stream()
                .map(one -> one.plan().startsAt())
                .filter(start -> start.isAfter(clock.instant()))
                .findFirst()
                .ifPresentOrElse(next -> dates.agree(caseRef, what, next), () -> dates.forget(caseRef, what));
        return timers.followAgreed(caseRef, what);
    }

    private void check(String caseRef, Instant startsAt, Instant endsAt) {
        if (cases.get(caseRef).isClosed()) {
            throw new MeetingRefused("closed");
        }
        if (!startsAt.isAfter(clock.instant())) {
            throw new MeetingRefused("past");
        }
        if (startsAt.isAfter(clock.instant().plus(FAR))) {
            throw new MeetingRefused("too-far");
        }
        if (!endsAt.isAfter(startsAt)) {
            throw new MeetingRefused("end-first");
        }
        if (Duration.between(startsAt, endsAt).compareTo(AT_MOST) > 0) {
            throw new MeetingRefused("too-long");
        }
    }

    private Planned planned(String caseRef, long id) {
        return meetings.find(caseRef, id)
                .filter(one -> one.state() == State.PLANNED)
                .orElseThrow(() -> new MeetingRefused("over"));
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > 2000) {
            throw new MeetingRefused("no-reason");
        }
    }
}
