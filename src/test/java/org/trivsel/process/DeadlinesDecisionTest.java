package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every deadline of the process is in the table, with the default that the method or the law gives it. */
class DeadlinesDecisionTest {

    private static final String TABLE = "/process/bpmn/deadlines.dmn";
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision DEADLINES =
            ENGINE.parseDecision("deadlines", DeadlinesDecisionTest.class.getResourceAsStream(TABLE));
    private static final Set<String> ROLES = Set.of("caseworker", "consultant", "manager");

    @ParameterizedTest
    @CsvSource({
        "T-24H, NOTIFICATION, PT24H, CALENDAR, true",
        "T-ACUTE, ACUTE_PLAN_START, P7D, CALENDAR, false",
        "T-REF, NOW, P5D, WORKING, false",
        "T-THINK, NOW, P3D, CALENDAR, false",
        "T-GOAL, NOW, P3D, WORKING, false",
        "T-CHILD, CONSENT, P10D, CALENDAR, false",
        "T-L1, CONSENT, P30D, CALENDAR, false",
        "T-FIRSTPLAN, LEVEL_1_DONE, P14D, CALENDAR, false",
        "T-PLAN, FIRST_PLAN_MEETING, P14D, CALENDAR, false",
        "T-APPROVE, NOW, P2D, WORKING, false",
        "T-PRESENT, PLAN_APPROVED, P7D, CALENDAR, false",
        "T-MEET, LAST_MEETING, P5W, CALENDAR, false",
        "T-MINUTES, LAST_MEETING, P5D, CALENDAR, false",
        "T-VISIT, LAST_VISIT, P30D, CALENDAR, false",
        "T-CHILDFUP, LAST_CHILD_TALK, P6W, CALENDAR, false",
        "T-SPAR, LAST_SPARRING, P4W, CALENDAR, false",
        "T-OBSMIN, OBSERVATION_START, P3M, CALENDAR, false",
        "T-OBSPLAN, OBSERVATION_START, P4M, CALENDAR, false",
        "T-OBSMAX, OBSERVATION_START, P5M, CALENDAR, false",
        "T-TOTAL, CONSENT, P6M, CALENDAR, false",
        "T-BFU, AWARENESS, P4M, CALENDAR, true",
        "T-95, CONSENT, P3M, CALENDAR, true",
        "T-PLAN91, DECISION_32, P3M, CALENDAR, true",
        "T-LVU6, LVU_CARE, P6M, CALENDAR, true",
        "T-LVU1W, IMMEDIATE_CARE, P7D, CALENDAR, true",
        "T-LVU4W, IMMEDIATE_CARE, P4W, CALENDAR, true",
        "T-LVU21, LVU_CARE_END, P6M, CALENDAR, true",
        "T-HOME, RETURN_DECISION, P6M, CALENDAR, true",
        "T-BIRTH, DUE_DATE, -P14D, CALENDAR, false",
        "T-AGE, CHILD_BIRTHDAY, -P60D, CALENDAR, true",
        "T-TRANSFER, REASSIGNED, P10D, WORKING, false",
        "T-AFTER, AFTER_CONTACT, P3M, CALENDAR, false",
        "T-AFTER12, AFTER_CONTACT, P12M, CALENDAR, false",
        "T-RET, CLOSED, P3650D, CALENDAR, false",
        "T-CONSENT, NOW, P3D, WORKING, false",
        "T-GOALS, NOW, P5D, WORKING, false",
        "T-WP, NOW, P14D, CALENDAR, false",
        "T-STATEMENT, NOW, P5D, WORKING, false",
        "T-SUPPLEMENT, NOW, P14D, CALENDAR, false",
        "T-BIRTHREG, NOW, P3D, CALENDAR, false",
        "T-DEVIATION, NOW, P3D, WORKING, false",
        "T-DEVIATIONCLOSE, NOW, P14D, CALENDAR, false",
        "T-AMEND, NOW, P7D, CALENDAR, false",
        "T-CLOSE, NOW, P14D, CALENDAR, false",
    })
    void keepsTheDefaultOf(String key, String startedBy, String length, String days, boolean statutory) {
        assertThat(rule(key))
                .containsEntry("startedBy", startedBy)
                .containsEntry("length", length)
                .containsEntry("days", days)
                .containsEntry("statutory", statutory);
    }

    @Test
    void escalatesALatePlanToTheCaseworkerAndADayLaterToTheManager() {
        assertThat(rule("T-PLAN"))
                .containsEntry("earliest", "P7D")
                .containsEntry("reminders", "P7D,P10D,P13D")
                .containsEntry("reminded", "consultant")
                .containsEntry("escalations", "P14D:caseworker,P15D:manager");
    }

    @Test
    void remindsTwiceWithinTheDayOfTheImmediateAssessment() {
        assertThat(rule("T-24H"))
                .containsEntry("reminders", "PT12H,PT20H")
                .containsEntry("escalations", "PT24H:manager");
    }

    @Test
    void asksForAMeetingAfterFiveWeeksAndTellsTheManagerAfterSix() {
        assertThat(rule("T-MEET")).containsEntry("escalations", "P5W:consultant,P6W:manager");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keepsTheLawsClockRunningThroughAPause(String key) {
        var rule = rule(key);

        assertThat((Boolean) rule.get("runsWhilePaused") || !(Boolean) rule.get("statutory"))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void isReadable(String key) {
        var rule = rule(key);

        assertPeriod((String) rule.get("length"));
        assertThat(rule.get("days")).isIn("CALENDAR", "WORKING");
        split(rule, "earliest").forEach(DeadlinesDecisionTest::assertPeriod);
        split(rule, "reminders").forEach(DeadlinesDecisionTest::assertPeriod);
        assertThat(split(rule, "reminded")).allMatch(role -> ROLES.contains(role) || role.equals("assignee"));
        assertThat(split(rule, "reminders").findAny().isEmpty()
                        || split(rule, "reminded").findAny().isPresent())
                .as("somebody is reminded")
                .isTrue();
        assertThat(split(rule, "escalations")).allSatisfy(escalation -> {
            assertPeriod(escalation.split(":")[0]);
            assertThat(escalation.split(":")[1]).isIn(ROLES);
        });
        assertThat((String) rule.get("title")).isNotBlank();
        assertThat((String) rule.get("source")).isNotBlank();
    }

    static Stream<String> keys() {
        return Dmn.readModelFromStream(DeadlinesDecisionTest.class.getResourceAsStream(TABLE))
                .getModelElementsByType(Rule.class)
                .stream()
                .map(rule -> rule.getInputEntries()
                        .iterator()
                        .next()
                        .getTextContent()
                        .trim())
                .map(quoted -> quoted.substring(1, quoted.length() - 1));
    }

    private static Map<String, Object> rule(String key) {
        return ENGINE.evaluateDecisionTable(DEADLINES, Map.of("key", key))
                .getSingleResult()
                .getEntryMap();
    }

    private static Stream<String> split(Map<String, Object> rule, String column) {
        String value = (String) rule.get(column);
        return value.isEmpty() ? Stream.empty() : Stream.of(value.split(","));
    }

    private static void assertPeriod(String period) {
        assertThat(
                        period.contains("T")
                                ? Duration.parse(period).isZero()
                                : Period.parse(period).isZero())
                .as("%s is a period", period)
                .isEqualTo(period.endsWith("P0D"));
    }
}
