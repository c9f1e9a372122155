package org.trivsel.platform.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over the nights in which the clock is changed, days keep the time of day and hours stay hours. */
class DaylightSavingTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    @ParameterizedTest(name = "{1} {2} after {0} is {3}")
    @CsvSource({
        // summer time begins on 29 March 2026 and 28 March 2027 at 2:00
        "2026-03-28T10:40, PT24H, CALENDAR, 2026-03-29T11:40",
        "2026-03-28T10:40, P1D, CALENDAR, 2026-03-29T10:40",
        "2026-03-28T02:30, P1D, CALENDAR, 2026-03-29T03:30", // there is no 2:30 on that day
        "2026-03-20T16:00, P14D, CALENDAR, 2026-04-03T16:00",
        "2026-03-27T16:00, P2D, WORKING, 2026-03-31T16:00",
        "2027-03-27T23:00, PT24H, CALENDAR, 2027-03-29T00:00",
        // it ends on 25 October 2026 and 31 October 2027 at 3:00
        "2026-10-24T10:40, PT24H, CALENDAR, 2026-10-25T09:40",
        "2026-10-24T10:40, P1D, CALENDAR, 2026-10-25T10:40",
        "2026-10-20T16:00, P14D, CALENDAR, 2026-11-03T16:00",
        "2026-10-23T16:00, P2D, WORKING, 2026-10-27T16:00",
        "2026-08-25T12:00, P3M, CALENDAR, 2026-11-25T12:00",
        "2027-10-30T10:40, PT24H, CALENDAR, 2027-10-31T09:40"
    })
    void keepsTheTimeOfDay(LocalDateTime start, String length, String days, LocalDateTime due) {
        assertThat(due(start, length, days)).isEqualTo(due);
    }

    private static LocalDateTime due(LocalDateTime start, String length, String days) {
        DeadlineTable table = mock();
        when(table.rule("T-X"))
                .thenReturn(new DeadlineRule(
                        "T-X",
                        "START",
                        length,
                        days.equals("WORKING"),
                        "",
                        "",
                        "",
                        "",
                        false,
                        false,
                        "",
                        "",
                        false,
                        "",
                        "X",
                        ""));
        DeadlineDates dates = mock();
        when(dates.agreed(anyString(), anyString())).thenReturn(Optional.empty());
        when(dates.started("2026-0007", "START"))
                .thenReturn(Optional.of(start.atZone(ZONE).toInstant()));
        CasePauses pauses = mock();
        when(pauses.lostSince(anyString(), any(), any())).thenReturn(Duration.ZERO);
        Deadlines deadlines =
                new Deadlines(table, dates, new WorkingDays("", ""), caseRef -> "DK", pauses, Clock.system(ZONE));
        return LocalDateTime.ofInstant(deadlines.dueAt("T-X", "2026-0007"), ZONE);
    }
}
