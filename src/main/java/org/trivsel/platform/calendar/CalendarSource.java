package org.trivsel.platform.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.trivsel.platform.identity.User;

/** What else has a date: the rooms of the practice know their meetings. */
public interface CalendarSource {

    /**
     * @param caseRefs cases the reader belongs to
     * @param mine only where the reader takes part
     */
    List<CalendarEntry> between(
            User reader, Set<String> caseRefs, boolean mine, Instant from, Instant until, Locale locale);
}
