package org.trivsel.platform.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told what, and when: reminders in the morning, lateness to the minute, everything moving with the date. */
class DeadlineStepsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private final DeadlineSteps steps =
            new DeadlineSteps(new WorkingDays("", ""), caseRef -> "DK", Clock.system(ZONE), LocalTime.of(6, 0));

    @Test
    void remindsOfThePlanDraftOnDays7And10And13AndTurnsToOthersOnDays14And15() {
        RunningDeadline plan = deadline("2026-04-07T16:00", "2026-04-21T16:00", "P14D")
                .says("P7D,P10D,P13D", "consultant", "P14D:caseworker,P15D:manager");

        assertThat(said(plan))
                .containsExactly(
                        "2026-04-14T06:00 REMINDER [consultant]",
                        "2026-04-17T06:00 REMINDER [consultant]",
                        "2026-04-20T06:00 REMINDER [consultant]",
                        "2026-04-21T16:00 ESCALATION [caseworker]",
                        "2026-04-22T16:00 ESCALATION [manager]");
    }

    @Test
    void everythingMovesWithTheDate() {
        RunningDeadline plan =
                deadline("2026-04-07T16:00", "2026-04-21T16:00", "P14D").says("P13D", "consultant", "P14D:caseworker");

        assertThat(said(plan.movedTo(at("2026-04-24T16:00"), null)))
                .containsExactly("2026-04-23T06:00 REMINDER [consultant]", "2026-04-24T16:00 ESCALATION [caseworker]");
    }

    @Test
    void keepsToTheMinuteWhereADayIsTooLong() {
        RunningDeadline assessment = deadline("2026-03-02T10:40", "2026-03-03T10:40", "PT24H")
                .atOnce()
                .says("PT12H,PT20H", "caseworker", "PT24H:manager");

        assertThat(said(assessment))
                .containsExactly(
                        "2026-03-02T22:40 REMINDER [caseworker]",
                        "2026-03-03T06:40 REMINDER [caseworker]",
                        "2026-03-03T10:40 ESCALATION [manager]");
    }

    @Test
    void aReminderFromBeforeTheStartIsNone() {
        RunningDeadline approval =
                deadline("2026-04-21T10:00", "2026-04-23T10:00", "P2D").says("-P7D,-P3D,-P0D", "caseworker", "");

        assertThat(said(approval)).containsExactly("2026-04-23T06:00 REMINDER [caseworker]");
    }

    @Test
    void countsWhatComesAfterAWorkingDayDeadlineInWorkingDays() {
        RunningDeadline event = deadline("2026-04-30T10:00", "2026-05-01T10:00", "P1D")
                .inWorkingDays()
                .says("", "", "P2D:manager");

        assertThat(said(event)).containsExactly("2026-05-04T10:00 ESCALATION [manager]"); // 2 May is a Saturday
    }

    @Test
    void countsBackFromTheBirthThatIsExpected() {
        RunningDeadline birth = deadline("2026-04-01T08:00", "2026-06-08T00:00", "-P14D")
                .says("-P14D,-P0D", "caseworker", "-P7D:manager"); // expected on 22 June

        assertThat(said(birth))
                .containsExactly(
                        "2026-05-25T06:00 REMINDER [caseworker]",
                        "2026-06-08T06:00 REMINDER [caseworker]",
                        "2026-06-15T00:00 ESCALATION [manager]");
    }

    @Test
    void nobodyIsCalledLateBeforeTheDayIsOver() {
        RunningDeadline investigation =
                deadline("2026-03-02T00:00", "2026-07-02T00:00", "P4M").says("-P7D", "caseworker", "P4M:manager");

        assertThat(said(investigation))
                .containsExactly("2026-06-25T06:00 REMINDER [caseworker]", "2026-07-03T00:00 ESCALATION [manager]");
    }

    @Test
    void saysNothingTwice() {
        RunningDeadline plan =
                deadline("2026-04-07T16:00", "2026-04-21T16:00", "P14D").says("P7D,P10D", "consultant", "");

        assertThat(said(plan.heard(at("2026-04-14T06:00")))).containsExactly("2026-04-17T06:00 REMINDER [consultant]");
    }

    private List<String> said(RunningDeadline deadline) {
        return steps.after(deadline).stream()
                .map(step -> LocalDateTime.ofInstant(step.at(), ZONE) + " " + step.kind() + " " + step.roles())
                .toList();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static Draft deadline(String start, String due, String length) {
        return new Draft(at(start), at(due), length, false, false);
    }

    private record Draft(Instant start, Instant due, String length, boolean workingDays, boolean urgent) {

        Draft inWorkingDays() {
            return new Draft(start, due, length, true, urgent);
        }

        Draft atOnce() {
            return new Draft(start, due, length, workingDays, true);
        }

        RunningDeadline says(String reminders, String reminded, String escalations) {
            return new RunningDeadline(
                    1,
                    "2026-0007",
                    "T-X",
                    null,
                    start,
                    null,
                    due,
                    due,
                    length,
                    workingDays,
                    reminders,
                    reminded,
                    escalations,
                    false,
                    false,
                    urgent,
                    "",
                    null,
                    false,
                    start,
                    null);
        }
    }
}
