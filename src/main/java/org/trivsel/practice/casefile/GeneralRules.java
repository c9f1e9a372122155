package org.trivsel.practice.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.FormContribution;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;

/** What holds for every form (spec 3.6): nobody registers the future, and no personal number stands in a text. */
@Component
class GeneralRules implements FormContribution {

    /** Fields that say when something happened. Planned dates have other names. */
    private static final Set<String> HAPPENED = Set.of(
            "meetingAt",
            "at",
            "date",
            "signedAt",
            "assessedAt",
            "answeredAt",
            "invitationAcceptedAt",
            "bornAt",
            "minutesSentAt",
            "placedAt",
            "enquiryDate",
            "decidedAt",
            "signedOn",
            "presentedOn",
            "closedAt",
            "decidedOn");

    /** CPR (ddmmyy-nnnn) and personnummer (yymmdd-nnnn); phone numbers do not look like dates. */
    private static final Pattern PERSONAL_NUMBER = Pattern.compile("(?<![\\d+])(?:\\d{2})?(?:"
            + "(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d{2}|\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))"
            + "[-+]?\\d{4}(?!\\d)");

    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(5);

    private final Clock clock;

    GeneralRules(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean appliesTo(String formId) {
        return true;
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Instant now = clock.instant().plus(CLOCK_DRIFT);
        Answers form = submission.answers();
        HAPPENED.forEach(key -> problems.addIf(
                form.node().path(key).isTextual()
                        && form.has(key)
                        && form.instant(key).isAfter(now),
                key,
                "in-future"));
        texts(submission.data(), "", problems);
    }

    private void texts(JsonNode node, String path, Problems problems) {
        if (node.isTextual() && node.asText().indexOf('\0') >= 0) {
            problems.add(path, "bad-character");
        } else if (node.isTextual() && PERSONAL_NUMBER.matcher(node.asText()).find()) {
            problems.add(path, "personal-number");
        } else if (node.isObject()) {
            node.properties()
                    .forEach(field -> texts(
                            field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), problems));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                texts(node.get(i), path + "[" + i + "]", problems);
            }
        }
    }
}
