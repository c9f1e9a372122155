package org.trivsel.platform.calendar;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.trivsel.platform.access.CaseMembers;
import org.trivsel.platform.identity.User;

/** Everything with a date on the cases of a person: deadlines, meetings. */
@Service
public class Calendar {

    private final List<CalendarSource> sources;
    private final CaseMembers members;

    Calendar(List<CalendarSource> sources, CaseMembers members) {
        this.sources = sources;
        this.members = members;
    }

    /** @param mine only what the person has to do or takes part in; else everything on their cases */
    public List<CalendarEntry> between(User reader, boolean mine, Instant from, Instant until, Locale locale) {
        Set<String> cases = members.casesOf(reader.username());
        return sources.stream()
                .flatMap(source -> source.between(reader, cases, mine, from, until, locale).stream())
                .sorted(Comparator.comparing(CalendarEntry::at).thenComparing(CalendarEntry::key))
                .toList();
    }
}
