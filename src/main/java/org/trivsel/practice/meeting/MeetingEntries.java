package org.trivsel.practice.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.trivsel.platform.calendar.CalendarEntry;
import org.trivsel.platform.calendar.CalendarSource;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.practice.meeting.PlannedMeetings.Planned;

/** Meetings to come, and what staff took on at earlier ones, as entries of a calendar: the kind of meeting, nobody's name. */
@Component
class MeetingEntries implements CalendarSource {

    private static final LocalTime END_OF_DAY = LocalTime.of(16, 0);

    private final PlannedMeetings meetings;
    private final Agreements agreements;
    private final Users users;
    private final MessageSource messages;
    private final Clock clock;

    MeetingEntries(PlannedMeetings meetings, Agreements agreements, Users users, MessageSource messages, Clock clock) {
        this.meetings = meetings;
        this.agreements = agreements;
        this.users = users;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<CalendarEntry> between(
            User reader, Set<String> caseRefs, boolean mine, Instant from, Instant until, Locale locale) {
        Stream<CalendarEntry> called = meetings.between(caseRefs, from, until).stream()
                .filter(one -> !mine || one.plan().participants().contains(reader.username()))
                .map(one -> entry(one, locale));
        Stream<CalendarEntry> takenOn = agreements.openOf(reader.username()).stream()
                .filter(one -> one.dueOn() != null && caseRefs.contains(one.caseRef()))
                .map(one -> entry(one, locale))
                .filter(one -> shown(one, from, until));
        return Stream.concat(called, takenOn).toList();
    }

    private boolean shown(CalendarEntry one, Instant from, Instant until) {
        Instant now = clock.instant();
        return one.late()
                ? !now.isBefore(from) && now.isBefore(until)
                : !one.at().isBefore(from) && one.at().isBefore(until);
    }

    private CalendarEntry entry(Planned one, Locale locale) {
        return new CalendarEntry(
                "meeting-" + one.id(),
                one.caseRef(),
                text("meeting.kind." + one.plan().kind(), locale),
                text("meeting.isMeeting", locale),
                one.plan().startsAt(),
                one.plan().endsAt(),
                null,
                false,
                false,
                true,
                "/cases/" + one.caseRef() + "/meetings");
    }

    private CalendarEntry entry(Agreements.Agreement one, Locale locale) {
        Instant due = java.util.Objects.requireNonNull(one.dueOn())
                .atTime(END_OF_DAY)
                .atZone(clock.getZone())
                .toInstant();
        return new CalendarEntry(
                "agreement-" + one.id(),
                one.caseRef(),
                text("meeting.agreement", locale),
                text("meeting.tookOn", locale),
                due,
                null,
                users.displayName(one.who()),
                due.isBefore(clock.instant()),
                false,
                true,
                "/cases/" + one.caseRef() + "/meetings#agreements");
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
