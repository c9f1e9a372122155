package org.trivsel.platform.data;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Days and times as people read and type them, in the municipality's zone. English here puts the day before the month. */
@Component
public class DateTexts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Clock clock;

    public DateTexts(Clock clock) {
        this.clock = clock;
    }

    /** 21 Apr 2026. */
    public String date(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(regional(locale))
                .format(day);
    }

    public String date(Instant at, Locale locale) {
        return date(LocalDate.ofInstant(at, clock.getZone()), locale);
    }

    /** Tuesday 21 April: where the year is plain. */
    public String weekday(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", locale).format(day);
    }

    public String weekday(Instant at, Locale locale) {
        return weekday(LocalDate.ofInstant(at, clock.getZone()), locale);
    }

    /** 21 Apr 2026, 17:00; the date alone where it is midnight, because whoever set it thought of a day. */
    public String moment(Instant at, Locale locale) {
        return LocalTime.ofInstant(at, clock.getZone()).equals(LocalTime.MIDNIGHT)
                ? date(at, locale)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(regional(locale))
                        .withZone(clock.getZone())
                        .format(at);
    }

    /** 17:00, as an input of a page wants it too. */
    public String time(Instant at) {
        return time(LocalTime.ofInstant(at, clock.getZone()));
    }

    public String time(LocalTime time) {
        return TIME.format(time);
    }

    /** The day as an input of a page wants it. */
    public String day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone()).toString();
    }

    /** What was typed into a day and a time; empty where it is none. */
    public Optional<Instant> typed(String day, String time) {
        try {
            return typed(day).map(date -> date.atTime(LocalTime.parse(time))
                    .atZone(clock.getZone())
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public Optional<LocalDate> typed(String day) {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Locale regional(Locale locale) {
        return locale.getLanguage().equals("en") ? Locale.UK : locale;
    }
}
