package org.trivsel.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeDaysTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    @ParameterizedTest
    @CsvSource({
        "2026-05-07T00:00, 2026-05-08T00:00",
        "2026-05-07T00:01, 2026-05-07T00:01",
        "2026-05-07T17:00, 2026-05-07T17:00",
        // the day the clock goes forward has 23 hours, the day it goes back 25
        "2026-03-29T00:00, 2026-03-30T00:00",
        "2026-10-25T00:00, 2026-10-26T00:00",
    })
    void aDayIsOverWhenItEnds(String due, String end) {
        assertThat(WholeDays.end(at(due), ZONE)).isEqualTo(at(end));
    }

    @Test
    void todayIsTheOneMidnightThatIsNotOver() {
        assertThat(WholeDays.today(at("2026-10-25T23:30"), ZONE)).isEqualTo(at("2026-10-25T00:00"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
