package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.trivsel.demo.CaseScript;
import org.trivsel.demo.GeneratedCases;
import org.trivsel.practice.casefile.SafetyCase;

/** The demonstration's further families: one in every stage, none stuck. */
@OnH2
class GeneratedCasesIT extends CaseTest {

    @Autowired
    private GeneratedCases generated;

    private final Map<String, SafetyCase> played = new TreeMap<>();

    @BeforeAll
    void play() {
        List<CaseScript> scripts = generated.scripts();
        begin(scripts.get(0));
        jdbc.sql("insert into case_counter (case_year, last_number) values (2026, 400)")
                .update();
        player.play(scripts, LocalDateTime.MIN, LocalDateTime.parse("2026-09-07T08:00"));
        scripts.forEach(script -> played.put(script.name(), cases.get(player.caseRef(script))));
    }

    @Test
    void standInEveryStage() {
        assertThat(played.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue().state()))
                .containsExactly(
                        "closing L3_CLOSING",
                        "declined DECLINED",
                        "mapping L1_MAPPING",
                        "not-eligible NOT_ELIGIBLE",
                        "observation-return-home L3_OBSERVATION",
                        "offered OFFERED",
                        "plan-drafting L2_DRAFTING",
                        "plan-overdue L2_DRAFTING",
                        "plan-submitted L2_SUBMITTED",
                        "referred REFERRED",
                        "target-group REFERRED");
    }

    @Test
    void knowEveryTrackAndLaw() {
        assertThat(played.values().stream().map(SafetyCase::track).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("STANDARD", "RETURN_HOME");
        assertThat(played.values().stream().map(SafetyCase::mode).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("DK_SUPPORT_CONSENT", "SE_VOLUNTARY", "SE_LVU");
    }

    @Test
    void waitForTheManagerWhereThePlanIsOverdue() {
        assertThat(player.openTasks(played.get("plan-overdue").caseRef()))
                .contains("UserTask_DecideOverduePlan", "UserTask_SubmitSafetyPlan");
    }

    @Test
    void leaveNothingToDoInEndedCases() {
        assertThat(player.openTasks(played.get("declined").caseRef())).isEmpty();
        assertThat(player.openTasks(played.get("not-eligible").caseRef())).isEmpty();
        assertThat(runtime.createIncidentQuery().list()).isEmpty();
    }

    @Test
    void leaveNoPlaceholderInTheJournal() {
        assertThat(played.values())
                .allSatisfy(one -> assertThat(jdbc.sql("select data from journal_entry where case_ref = ?")
                                .param(one.caseRef())
                                .query(String.class)
                                .list())
                        .isNotEmpty()
                        .noneMatch(entry -> entry.matches("(?s).*\\{\\w+}.*")));
    }
}
