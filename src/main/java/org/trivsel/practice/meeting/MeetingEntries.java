package org.trivsel.practice.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.trivsel.platform.calendar.CalendarEntry;
import org.trivsel.platform.calendar.CalendarSource;
import org.trivsel.platform.identity.User;
import org.trivsel.practice.meeting.PlannedMeetings.Planned;

/** Meetings to come as entries of a calendar: the kind of meeting, nobody's name. */
@Component
class MeetingEntries implements CalendarSource {

    private final PlannedMeetings meetings;
    private final MessageSource messages;

    MeetingEntries(PlannedMeetings meetings, MessageSource messages) {
        this.meetings = meetings;
        this.messages = messages;
    }

    @Override
    public List<CalendarEntry> between(
            User reader, Set<String> caseRefs, boolean mine, Instant from, Instant until, Locale locale) {
        return meetings.between(caseRefs, from, until).stream()
                .filter(one -> !mine || one.plan().participants().contains(reader.username()))
                .map(one -> entry(one, locale))
                .toList();
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

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
