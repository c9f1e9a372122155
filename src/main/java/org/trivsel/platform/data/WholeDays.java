package org.trivsel.platform.data;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A date without a time is kept as its midnight and means the whole day: it has passed when the day is over, not when it
 * begins. Nobody is called late on the very morning.
 */
public final class WholeDays {

    private WholeDays() {}

    /** The moment after which it is too late. */
    public static Instant end(Instant due, ZoneId zone) {
        ZonedDateTime local = due.atZone(zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.plusDays(1).toInstant()
                : due;
    }

    /** For a query: the one moment before now that has not passed, that of what is due today. */
    public static Instant today(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
