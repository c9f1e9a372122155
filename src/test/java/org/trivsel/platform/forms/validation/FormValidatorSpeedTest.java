package org.trivsel.platform.forms.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The longest form, filled in: every submission waits for this. Run with {@code -Pbenchmark}. */
@Tag("benchmark")
class FormValidatorSpeedTest {

    private static final int RUNS = 400;

    private final FormValidator validator = new FormValidator();

    @Test
    void checksTheSafetyPlanInLessThanTwoMilliseconds() {
        JsonNode form = Persons.filledIn(JsonFiles.read(Path.of("forms/submit-safety-plan.form")));
        JsonNode plan = JsonFiles.read(Path.of("src/test/resources/submissions/submit-safety-plan.json"));
        long[] nanos = new long[RUNS];
        for (int run = 0; run < 6 * RUNS; run++) {
            long start = System.nanoTime();
            assertThat(validator.validate(form, plan)).isEmpty();
            nanos[run % RUNS] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        Duration median = Duration.ofNanos(nanos[RUNS / 2]);
        System.out.printf(
                "Safety plan with %d answers: median %d us, slowest %d us%n",
                answers(plan), median.toNanos() / 1000, nanos[RUNS - 1] / 1000);
        assertThat(median).isLessThan(Duration.ofMillis(2));
    }

    private static int answers(JsonNode node) {
        int answers = node.isValueNode() ? 1 : 0;
        for (JsonNode part : node) {
            answers += answers(part);
        }
        return answers;
    }
}
