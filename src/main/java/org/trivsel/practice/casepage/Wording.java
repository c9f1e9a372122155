package org.trivsel.practice.casepage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.trivsel.platform.data.DateTexts;

/** Days, times and terms as a reader of the case page reads them. Nothing gives an empty text. */
@Component
class Wording {

    private final MessageSource messages;
    private final DateTexts dates;
    private final Clock clock;

    Wording(MessageSource messages, DateTexts dates, Clock clock) {
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
    }

    String day(@Nullable Instant instant, Locale locale) {
        return instant == null ? "" : day(LocalDate.ofInstant(instant, clock.getZone()), locale);
    }

    String day(@Nullable LocalDate day, Locale locale) {
        return day == null ? "" : dates.date(day, locale);
    }

    /** Without the year: where the year is plain from what stands around. */
    String shortDay(@Nullable Instant instant, Locale locale) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofPattern("d MMM", locale).format(LocalDate.ofInstant(instant, clock.getZone()));
    }

    String time(@Nullable Instant instant, Locale locale) {
        return instant == null ? "" : dates.moment(instant, locale);
    }

    /** The term, or its key where there is no text for it. */
    String text(String key, Locale locale, Object... args) {
        String text = messages.getMessage(key, args, key, locale);
        return text == null ? key : text;
    }
}
