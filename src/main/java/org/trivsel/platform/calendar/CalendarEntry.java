package org.trivsel.platform.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something with a date.
 *
 * @param key the same for the same thing, whatever its date
 * @param what in the reader's language, without names
 * @param why in a few words, or null
 * @param link where the work is done
 * @param end null for a deadline, which has no length
 * @param forTheFeed whether it may leave the application in a feed: what would show an unannounced visit never does
 */
public record CalendarEntry(
        String key,
        String caseRef,
        String what,
        @Nullable String why,
        Instant at,
        @Nullable Instant end,
        @Nullable String who,
        boolean late,
        boolean statutory,
        boolean forTheFeed,
        String link) {}
