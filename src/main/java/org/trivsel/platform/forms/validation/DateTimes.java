package org.trivsel.platform.forms.validation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.regex.Pattern;

/**
 * Dates and times as the form's own pickers write them. form-js itself reads more (whatever the browser's Date.parse
 * takes, which differs between browsers) and then empties the field; here such a value is refused at once.
 */
final class DateTimes {

    private static final Pattern HAS_ZONE = Pattern.compile(".*(Z|[+-]\\d{2}:\\d{2})");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int LONGEST = 40;

    private DateTimes() {}

    static boolean isWrittenAsIn(FormComponent component, String value) {
        if (value.length() > LONGEST) {
            return false;
        }
        String subtype = component.json().path("subtype").asText("date");
        boolean isLocal =
                component.json().path("timeSerializingFormat").asText("").equals("no_timezone");
        try {
            switch (subtype) {
                case "time" -> readTime(value);
                case "datetime" -> requireDay(readDateTime(value, isLocal).toLocalDate());
                default -> requireDay(LocalDate.parse(value));
            }
            return true;
        } catch (DateTimeException notReadable) {
            return false;
        }
    }

    static boolean isBefore(String value, LocalDate today) {
        return value.length() >= 10 && LocalDate.parse(value.substring(0, 10)).isBefore(today);
    }

    private static LocalDateTime readDateTime(String value, boolean isLocal) {
        return isLocal && !HAS_ZONE.matcher(value).matches()
                ? LocalDateTime.parse(value)
                : OffsetDateTime.parse(value).toLocalDateTime();
    }

    private static void readTime(String value) {
        if (HAS_ZONE.matcher(value).matches()) {
            OffsetTime.parse(value);
        } else {
            LocalTime.parse(value);
        }
    }

    /** The calendar of form-js starts here. */
    private static void requireDay(LocalDate day) {
        if (day.isBefore(EARLIEST)) {
            throw new DateTimeException("before " + EARLIEST);
        }
    }
}
