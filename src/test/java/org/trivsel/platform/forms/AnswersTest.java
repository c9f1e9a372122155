package org.trivsel.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Reads what was answered; what was not answered is empty and never an error. */
class AnswersTest {

    private final Answers answers;

    AnswersTest() throws Exception {
        answers = new Answers(
                new ObjectMapper()
                        .readTree(
                                """
                {"text":"hej","blank":" ","flag":true,"number":7,"nothing":null,"day":"2026-03-02",
                 "offset":"2026-03-02T10:40+01:00","local":"2026-07-02T10:40","list":[{"a":1},{"a":2}],
                 "tags":["P1","P2"],"group":{"inner":"x"}}"""));
    }

    @Test
    void takesAnOffsetAsItIsAndReadsLocalTimeAsTheMunicipalitys() {
        assertThat(answers.instant("offset")).isEqualTo(Instant.parse("2026-03-02T09:40:00Z"));
        assertThat(answers.instant("local")).isEqualTo(Instant.parse("2026-07-02T08:40:00Z"));
        assertThat(answers.instant("day")).isEqualTo(Instant.parse("2026-03-01T23:00:00Z"));
        assertThat(answers.date("offset")).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void findsNothingWhereNothingWasAnswered() {
        assertThat(answers.has("blank")).isFalse();
        assertThat(answers.textOrNull("nothing")).isNull();
        assertThat(answers.numberOrNull("missing")).isNull();
        assertThat(answers.dateOrNull("missing")).isNull();
        assertThat(answers.rows("missing")).isEmpty();
        assertThat(answers.values("missing")).isEmpty();
        assertThat(answers.group("missing").has("inner")).isFalse();
        assertThat(answers.flag("missing")).isFalse();
    }

    @Test
    void readsRowsTagsAndGroups() {
        assertThat(answers.rows("list")).extracting(row -> row.number("a")).containsExactly(1, 2);
        assertThat(answers.values("tags")).containsExactly("P1", "P2");
        assertThat(answers.group("group").text("inner")).isEqualTo("x");
    }
}
