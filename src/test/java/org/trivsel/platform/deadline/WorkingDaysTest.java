package org.trivsel.platform.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Working days of both countries: weekends, public holidays and the municipality's own closed days do not count. */
class WorkingDaysTest {

    private final WorkingDays workingDays = new WorkingDays("", "");

    @ParameterizedTest(name = "{4}: {2} days after {1} in {0}")
    @CsvFileSource(resources = "/working-days.csv", delimiter = ';', numLinesToSkip = 2)
    void countsFromTheDayAfter(String country, LocalDate start, int days, LocalDate due, String why) {
        assertThat(workingDays.plus(start, days, country)).as(why).isEqualTo(due);
    }

    @Test
    void aMunicipalityClosesOnDaysOfItsOwn() {
        var closing = new WorkingDays("12-24, 12-31, 2026-05-15", "");
        assertThat(closing.plus(LocalDate.parse("2026-12-23"), 1, "DK")).isEqualTo("2026-12-28");
        assertThat(closing.plus(LocalDate.parse("2026-12-30"), 1, "DK")).isEqualTo("2027-01-04");
        assertThat(closing.plus(LocalDate.parse("2026-05-13"), 1, "DK"))
                .as("the day after Ascension Day, this year")
                .isEqualTo("2026-05-18");
        assertThat(closing.isWorkingDay(LocalDate.parse("2028-05-15"), "DK")).isTrue();
        assertThat(closing.isWorkingDay(LocalDate.parse("2026-05-15"), "SE")).isTrue();
    }

    @Test
    void saysWhichSettingHoldsWhatIsNoDay() {
        assertThatThrownBy(() -> new WorkingDays("", "12-24, 24 December"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trivsel.closed-days.SE")
                .hasMessageContaining("24 December");
    }
}
