package org.trivsel.cases;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.trivsel.demo.CaseScript;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.meeting.Meetings;

/** Liv, unborn when it begins: a rota without a gap, three steps down, closed after 177 days. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class CaseB extends CaseTest {

    @BeforeAll
    void open() {
        begin(CaseScript.read("case-b", json));
    }

    @Test
    @Order(1)
    void isReferredBeforeTheBirth() {
        playUntil("2026-05-04T15:00");
        assertThat(caseRef()).isEqualTo("2026-0015");
        assertThat(safetyCase().isUnborn()).isTrue();
        assertThat(dueAt("T-24H")).isEqualTo(Instant.parse("2026-05-05T12:10:00Z"));
        assertThat(dueOn("T-BFU")).isEqualTo(LocalDate.of(2026, 8, 28));
        assertThat(dueOn("T-BIRTH")).isEqualTo(LocalDate.of(2026, 6, 8));
        assertThat(child().birthDate()).isNull();
    }

    @Test
    @Order(2)
    void asksBothToConsent() {
        playUntil("2026-05-18T14:15");
        assertThat(missing("G1")).containsExactly("G1.consent-missing");
        playUntil("2026-05-18T16:00");
        assertThat(passed("G1")).isTrue();
        assertThat(dueOn("T-95")).isEqualTo(LocalDate.of(2026, 8, 18));
        assertThat(dueOn("T-PLAN91")).isEqualTo(LocalDate.of(2026, 8, 18));
        assertThat(dueOn("T-TOTAL")).isEqualTo(LocalDate.of(2026, 11, 18));
    }

    @Test
    @Order(3)
    void takesAReasonedWaiverForTheTalkWithAnUnbornChild() {
        assertThat(missing("G3"))
                .containsExactly(
                        "G3.mapping-incomplete",
                        "G3.no-child-conversation",
                        "G3.no-inventory",
                        "G3.no-mapping-meeting",
                        "G3.no-closing-meeting");
        playUntil("2026-05-20T10:00");
        assertThat(missing("G3")).doesNotContain("G3.no-child-conversation");
    }

    @Test
    @Order(4)
    void needsNoPresentationOfTheLetterToTheUnborn() {
        playUntil("2026-06-01T20:00");
        assertThat(earliestOn("T-PLAN")).isEqualTo(LocalDate.of(2026, 6, 8));
        assertThat(dueOn("T-PLAN")).isEqualTo(LocalDate.of(2026, 6, 15));
        playUntil("2026-06-09T12:00");
        assertThat(missing("G4")).isEmpty();
        assertThat(missing("G5a")).containsExactly("G5a.not-presented-to-network");
    }

    @Test
    @Order(5)
    void refusesARotaWithAGap() {
        playUntil("2026-06-11T12:00");
        ObjectNode plan = answers("UserTask_SubmitSafetyPlan");
        ((ArrayNode) plan.path("rota")).remove(1);
        assertThat(refusedAtGate("maja", "UserTask_SubmitSafetyPlan", plan.toString()))
                .containsExactly(
                        "G6 rota-gap [MON 13:00–MON 18:00]",
                        "G6 rota-gap [TUE 13:00–TUE 18:00]",
                        "G6 rota-gap [WED 13:00–WED 18:00]",
                        "G6 rota-gap [THU 13:00–THU 18:00]",
                        "G6 rota-gap [FRI 13:00–FRI 18:00]");
    }

    @Test
    @Order(6)
    void approvesThePlanOnDayElevenAndAwaitsTheBirth() {
        playUntil("2026-06-17T08:00");
        assertThat(planVersions()).containsExactly("1.0 APPROVED");
        assertThat(safetyCase().state()).isEqualTo("APPROVED_AWAITING_BIRTH");
        LocalDate firstMeeting = LocalDate.ofInstant(
                dates.started(caseRef(), "FIRST_PLAN_MEETING").orElseThrow(), ZONE);
        var version = plans.of(caseRef()).get(0);
        assertThat(DAYS.between(firstMeeting, LocalDate.ofInstant(version.submittedAt(), ZONE)))
                .isEqualTo(10);
        assertThat(DAYS.between(firstMeeting, LocalDate.ofInstant(version.decidedAt(), ZONE)))
                .isEqualTo(11);
        assertThat(safetyCase().state()).isEqualTo("APPROVED_AWAITING_BIRTH");
        assertThat(player.openTasks(caseRef())).doesNotContain("UserTask_PresentPlanToChild");
    }

    @Test
    @Order(7)
    void observesFromTheDayTheChildComesHome() {
        playUntil("2026-06-20T10:00");
        assertThat(child().birthDate()).isEqualTo(LocalDate.of(2026, 6, 18));
        assertThat(child().name()).isEqualTo("Liv Exempelsson");
        playUntil("2026-06-20T12:00");
        assertThat(safetyCase().state()).isEqualTo("L3_OBSERVATION");
        assertThat(safetyCase().observationStart()).isEqualTo(LocalDate.of(2026, 6, 20));
        assertThat(dueOn("T-OBSMIN")).isEqualTo(LocalDate.of(2026, 9, 20));
        assertThat(dueOn("T-OBSPLAN")).isEqualTo(LocalDate.of(2026, 10, 20));
        assertThat(dueOn("T-OBSMAX")).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    private Person child() {
        return people.find(caseRef(), "C1").orElseThrow();
    }

    @Test
    @Order(8)
    void stepsDownInThreeVersions() {
        playUntil("2026-07-17T08:00");
        assertThat(planVersions()).containsExactly("1.0 SUPERSEDED", "1.1 APPROVED");
        playUntil("2026-09-11T08:00");
        assertThat(planVersions())
                .containsExactly("1.0 SUPERSEDED", "1.1 SUPERSEDED", "1.2 SUPERSEDED", "1.3 APPROVED");
        assertThat(missing("G8")).containsExactly("G8.observed-too-short", "G8.readiness-not-assessed");
    }

    @Test
    @Order(9)
    void closesAfterHundredAndSeventySevenDays() {
        playUntil("2026-10-20T12:00");
        assertThat(missing("G8")).isEmpty();
        playUntil("2026-11-12T08:00");
        assertThat(safetyCase().state()).isEqualTo("CLOSED");
        LocalDate consent =
                LocalDate.ofInstant(dates.started(caseRef(), "CONSENT").orElseThrow(), ZONE);
        assertThat(DAYS.between(consent, LocalDate.ofInstant(safetyCase().closedAt(), ZONE)))
                .isEqualTo(177);
        assertThat(meetings.withCaseworker(caseRef())).isEqualTo(new Meetings.Counts(2, 6, 1));
        assertThat(child().outcome()).isEqualTo("REMAINS_HOME");
        Map<String, Integer> last = ratings.latest(caseRef()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().rating()));
        assertThat(last)
                .contains(
                        entry("pia", 8),
                        entry("maja", 9),
                        entry("P1", 9),
                        entry("P2", 8),
                        entry("N1", 9),
                        entry("N6", 9),
                        entry("R2", 9));
        assertNothingIsLeft();
    }
}
