package org.trivsel.platform.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working days of both countries: weekends and public holidays do not count. */
class WorkingDaysTest {

    private final WorkingDays workingDays = new WorkingDays();

    @ParameterizedTest
    @CsvSource({
        // plain weeks
        "DK, 2026-03-02, 1, 2026-03-03",
        "DK, 2026-03-06, 1, 2026-03-09",
        "SE, 2026-03-05, 5, 2026-03-12",
        // Easter 2026: Thursday 2 April (DK), Friday 3, Monday 6
        "DK, 2026-04-01, 1, 2026-04-07",
        "SE, 2026-04-01, 1, 2026-04-02",
        "SE, 2026-04-02, 1, 2026-04-07",
        // Ascension Day 14 May
        "DK, 2026-05-13, 1, 2026-05-15",
        "SE, 2026-05-13, 1, 2026-05-15",
        // 1 May is a holiday in Sweden only; Whit Monday 25 May in Denmark only
        "DK, 2026-04-30, 1, 2026-05-01",
        "SE, 2026-04-30, 1, 2026-05-04",
        "DK, 2026-05-22, 1, 2026-05-26",
        "SE, 2026-05-22, 1, 2026-05-25",
        // Christmas Eve is no public holiday in Denmark; New Year's Eve counts as a day off in Sweden
        "DK, 2026-12-23, 2, 2026-12-28",
        "SE, 2026-12-30, 1, 2027-01-04"
    })
    void countsFromTheDayAfter(String country, LocalDate start, int days, LocalDate due) {
        assertThat(workingDays.plus(start, days, country)).isEqualTo(due);
    }
}
