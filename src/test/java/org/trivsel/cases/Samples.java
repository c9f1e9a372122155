package org.trivsel.cases;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The example answers of each form, dated as if everything happened just now. */
public final class Samples {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final Set<String> MOMENTS = Set.of(
            "at",
            "meetingAt",
            "assessedAt",
            "signedAt",
            "decidedAt",
            "placedAt",
            "closedAt",
            "caseworkerInformedAt",
            "managerInformedAt",
            "notificationAt");
    private static final Set<String> DAYS = Set.of("date", "presentedOn", "lastContactOn");
    private static final Duration UNTIL_REVIEW = Duration.ofDays(6);

    private Samples() {}

    public static ObjectNode of(String formId, Clock clock, ObjectMapper json) {
        try (InputStream file = Samples.class.getResourceAsStream("/submissions/" + formId + ".json")) {
            ObjectNode form = (ObjectNode) json.readTree(Objects.requireNonNull(file, formId));
            String now = text(clock.instant());
            MOMENTS.stream().filter(form::has).forEach(key -> form.put(key, now));
            DAYS.stream().filter(form::has).forEach(key -> form.put(key, now.substring(0, 10)));
            if (form.has("reviewAt")) {
                form.put("reviewAt", text(clock.instant().plus(UNTIL_REVIEW)));
            }
            return form;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A moment as a form writes it, to the minute. */
    public static String text(Instant moment) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx", Locale.ROOT)
                .format(ZonedDateTime.ofInstant(moment, ZONE));
    }
}
