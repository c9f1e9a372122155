package org.trivsel.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer that is remembered is the answer to the same question, and to no other. */
class FeelTest {

    private final Feel feel = new Feel();

    @Test
    void theSameTestOfOtherAnswers() {
        for (int again = 0; again < 2; again++) {
            assertThat(feel.holds("kind != \"TALK\"", Map.of("kind", "VISIT"))).isTrue();
            assertThat(feel.holds("kind != \"TALK\"", Map.of("kind", "TALK"))).isFalse();
            assertThat(feel.holds("kind != \"TALK\"", Map.of("kind", "Talk"))).isTrue();
            assertThat(feel.holds("kind = null", nothingAs("kind"))).isTrue();
            assertThat(feel.holds("kind = null", Map.of("kind", "TALK"))).isFalse();
            assertThat(feel.holds("number > 4", Map.of("number", 5))).isTrue();
            assertThat(feel.holds("number > 4", Map.of("number", 4))).isFalse();
        }
    }

    @Test
    void theSameTestInOtherRows() {
        for (int again = 0; again < 2; again++) {
            assertThat(feel.holds("this.kind = \"DANGER\"", Map.of("this", Map.of("kind", "DANGER", "text", "x"))))
                    .isTrue();
            assertThat(feel.holds("this.kind = \"DANGER\"", Map.of("this", Map.of("kind", "GOAL", "text", "x"))))
                    .isFalse();
            assertThat(feel.holds("this.kind = \"DANGER\"", Map.of("this", Map.of("text", "x"))))
                    .isFalse();
        }
    }

    @Test
    void theSameTestOfAWholeGroup() {
        for (int again = 0; again < 2; again++) {
            assertThat(feel.holds("count(get entries(group)) > 1", Map.of("group", Map.of("a", 1, "b", 2))))
                    .isTrue();
            assertThat(feel.holds("count(get entries(group)) > 1", Map.of("group", Map.of("a", 1))))
                    .isFalse();
        }
    }

    @Test
    void whatSomebodyWroteAndWhatWasTicked() {
        for (int again = 0; again < 2; again++) {
            assertThat(feel.holds("contains(text, \"bad\")", Map.of("text", "a bad word")))
                    .isTrue();
            assertThat(feel.holds("contains(text, \"bad\")", Map.of("text", "a good word")))
                    .isFalse();
            assertThat(feel.holds("list contains(tools, \"A\")", Map.of("tools", List.of("A", "B"))))
                    .isTrue();
            assertThat(feel.holds("list contains(tools, \"A\")", Map.of("tools", List.of("B"))))
                    .isFalse();
        }
    }

    @Test
    void timeGoesOn() {
        assertThat(feel.holds("today() > date(\"2020-01-01\")", Map.of())).isTrue();
        assertThat(feel.holds("nonsense(", Map.of()))
                .as("what cannot be read does not hold")
                .isFalse();
    }

    private static Map<String, Object> nothingAs(String name) {
        Map<String, Object> names = new HashMap<>();
        names.put(name, null);
        return names;
    }
}
