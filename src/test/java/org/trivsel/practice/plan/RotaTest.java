package org.trivsel.practice.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trivsel.platform.forms.Answers;

/** A rota without gap: somebody is there every minute of the week. The browser's drawing of it reads the same table. */
class RotaTest {

    record Week(String name, JsonNode rota, List<String> gaps) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("weeks")
    void namesTheHoursThatAreNobodys(Week week) {
        assertThat(Rota.of(new Answers(week.rota()).rows("rows")).gaps()).isEqualTo(week.gaps());
    }

    static Stream<Week> weeks() throws IOException {
        List<Week> weeks = new ArrayList<>();
        for (JsonNode one : new ObjectMapper().readTree(RotaTest.class.getResourceAsStream("/rota.json"))) {
            List<String> gaps = new ArrayList<>();
            one.path("gaps").forEach(gap -> gaps.add(gap.asText()));
            weeks.add(new Week(one.path("name").asText(), one, gaps));
        }
        return weeks.stream();
    }
}
