package org.trivsel.cases;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.worklist.TaskRows;
import org.trivsel.practice.meeting.Meetings;

/** Alma, eight years: an acute plan, a plan approved on day 14, one deviation, closed after 175 days. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class CaseA extends CaseTest {

    @Autowired
    TaskRows rows;

    @BeforeAll
    void open() {
        begin(CaseScript.read("case-a", json));
    }

    @Test
    @Order(1)
    void startsTheTwentyFourHoursAtTheNotification() {
        playUntil("2026-03-02T12:00");
        assertThat(caseRef()).isEqualTo("2026-0007");
        assertThat(safetyCase().state()).isEqualTo("REFERRED");
        assertThat(dueAt("T-24H")).isEqualTo(Instant.parse("2026-03-03T09:40:00Z"));
        assertThat(dueOn("T-BFU")).isEqualTo(LocalDate.of(2026, 7, 2));
        assertThat(missing("G0")).containsExactly("G0.target-group-open");
    }

    @Test
    @Order(2)
    void assessesTheChildsSafetyInTime() {
        playUntil("2026-03-03T12:00");
        assertThat(dates.started(caseRef(), "T-24H-LATE")).isEmpty();
        assertThat(dates.agreed(caseRef(), "ACUTE_REVIEW")).contains(Instant.parse("2026-03-09T14:00:00Z"));
    }

    @Test
    @Order(3)
    void showsTheConsultantsNoNamesBeforeTheFamilyMeeting() {
        playUntil("2026-03-10T12:00");
        assertThat(safetyCase().state()).isEqualTo("OFFERED");
        assertThat(passed("G0")).isTrue();
        assertThat(view("lars").toString()).doesNotContain("Alma", "Mette", "Jonas", "Prøvesen");
        playUntil("2026-03-10T18:00");
        assertThat(view("lars").toString()).contains("Alma Prøvesen", "Mette Prøvesen", "Jonas Prøvesen");
    }

    @Test
    @Order(4)
    void waitsForEveryCustodyHolder() {
        playUntil("2026-03-13T15:42");
        assertThat(missing("G1")).containsExactly("G1.consent-missing");
        assertThat(safetyCase().consented()).isFalse();
        playUntil("2026-03-13T16:00");
        assertThat(passed("G1")).isTrue();
        assertThat(safetyCase().state()).isEqualTo("L1_MAPPING");
        assertThat(dueOn("T-95")).isEqualTo(LocalDate.of(2026, 6, 13));
        assertThat(dueOn("T-PLAN91")).isEqualTo(LocalDate.of(2026, 6, 13));
        assertThat(dueOn("T-TOTAL")).isEqualTo(LocalDate.of(2026, 9, 13));
    }

    @Test
    @Order(5)
    void approvesClearGoalsOnly() {
        assertThat(missing("G2")).containsExactly("G2.no-statement", "G2.goals-not-approved");
        playUntil("2026-03-18T13:00");
        assertThat(missing("G2")).containsExactly("G2.goals-not-approved");
        assertThat(refusedByForm("signe", "UserTask_ApproveGoals", "{\"decision\":\"APPROVE\",\"clearGoal\":false}"))
                .containsExactly("clearGoal required");
        assertThat(passed("G2")).isFalse();
        playUntil("2026-03-18T15:00");
        assertThat(passed("G2")).isTrue();
    }

    @Test
    @Order(6)
    void leavesLevelOneWhenTheMappingIsComplete() {
        playUntil("2026-03-24T12:00");
        assertThat(missing("G3"))
                .containsExactly("G3.mapping-incomplete", "G3.no-mapping-meeting", "G3.no-closing-meeting");
        assertThat(stillToCome())
                .as("level 1 goes on, though none of the tasks with its deadline is open")
                .contains("T-L1");
        playUntil("2026-03-27T17:00");
        assertThat(passed("G3")).isTrue();
        assertThat(safetyCase().state()).isEqualTo("L2_SAFETY_WORK");
        assertThat(stillToCome()).doesNotContain("T-L1");
    }

    @Test
    @Order(7)
    void opensTheWindowOfThePlanAtTheFirstPlanMeeting() {
        playUntil("2026-04-07T20:00");
        assertThat(earliestOn("T-PLAN")).isEqualTo(LocalDate.of(2026, 4, 14));
        assertThat(dueOn("T-PLAN")).isEqualTo(LocalDate.of(2026, 4, 21));
    }

    @Test
    @Order(8)
    void refusesAPlanWithoutNetworkExplanationAndContent() {
        playUntil("2026-04-08T09:30");
        assertThat(refusedAtGate("ida", "UserTask_SubmitSafetyPlan", thinPlan()))
                .containsExactlyInAnyOrder(
                        "G4 network-too-small [3, 6]",
                        "G5a no-words-and-pictures",
                        "G6 content-8b-within-24h",
                        "G6 danger-uncovered [D2]",
                        "G6 rule-without-backup [1]",
                        "G6 readiness-missing [P2]");
    }

    /** Only the first rule, which is its own backup; nobody is called within a day; only one parent was asked. */
    private String thinPlan() {
        return """
                {"validFrom": "2026-04-22",
                 "agreements": [{"text": "Ingen lektier efter kl. 19", "who": ["P2"]}],
                 "childPresentation": {"how": "Ord og billeder", "plannedOn": "2026-04-22"},
                 "rules": [{"no": 1, "rule": "Anna er hos Mette og Alma om morgenen.", "coversStatement": ["D1"],
                   "who": ["N4"], "when": "Skoledage", "ifNot": "Bodil kommer.", "backup": ["N4"],
                   "backupPhone": "+4500000004", "seenBy": ["R1"]}],
                 "contacts": [{"role": "Nabo", "phone": "+4500000004", "when": "Altid"}],
                 "professionalAgreementsNone": "Skolen bliver spurgt i næste uge.",
                 "informationPlan": [{"person": "SFO-leder", "toldWhat": "Hvem der ringes til", "byWhom": "R2",
                   "date": "2026-04-22"}],
                 "contingency": {"newConcern": [{"step": "Sig det til Bodil", "phone": "+4500000001"}],
                   "planFails": [{"step": "Sig det til Signe", "phone": "+4500000082", "within": "P3D"}]},
                 "controlAgreement": {"unannounced": true, "drills": true, "hours": [{"from": "06:45", "to": "08:15"}]},
                 "readiness": [{"person": "P1", "will": 9, "belief": 6, "ability": 6}]}
                """;
    }

    @Test
    @Order(9)
    void submitsThePlanOnDayTenAndApprovesItOnDayFourteen() {
        playUntil("2026-04-20T12:00");
        assertThat(planVersions()).containsExactly("1.0 RETURNED");
        assertThat(safetyCase().state()).isEqualTo("L2_DRAFTING");
        playUntil("2026-04-21T16:00");
        assertThat(planVersions()).containsExactly("1.0 RETURNED", "1.1 APPROVED");
        LocalDate firstMeeting = LocalDate.ofInstant(
                dates.started(caseRef(), "FIRST_PLAN_MEETING").orElseThrow(), ZONE);
        var versions = plans.of(caseRef());
        assertThat(DAYS.between(
                        firstMeeting, LocalDate.ofInstant(versions.get(0).submittedAt(), ZONE)))
                .isEqualTo(10);
        assertThat(DAYS.between(
                        firstMeeting, LocalDate.ofInstant(versions.get(1).decidedAt(), ZONE)))
                .isEqualTo(14);
        assertThat(passed("G7")).isTrue();
        assertThat(safetyCase().state()).isEqualTo("APPROVED");
    }

    @Test
    @Order(10)
    void endsTheAcutePlanWithTheStartOfObservation() {
        assertThat(acutePlans()).isEqualTo(1);
        assertThat(missing("G5b")).containsExactly("G5b.explanation-without-plan", "G5b.plan-not-presented-to-child");
        playUntil("2026-04-22T20:00");
        assertThat(acutePlans()).isZero();
        assertThat(safetyCase().state()).isEqualTo("L3_OBSERVATION");
        assertThat(dueOn("T-OBSMIN")).isEqualTo(LocalDate.of(2026, 7, 22));
        assertThat(dueOn("T-OBSPLAN")).isEqualTo(LocalDate.of(2026, 8, 22));
        assertThat(dueOn("T-OBSMAX")).isEqualTo(LocalDate.of(2026, 9, 22));
    }

    private long acutePlans() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("acute-safety")
                .processInstanceBusinessKey(caseRef())
                .count();
    }

    @Test
    @Order(11)
    void answersTheDeviationWithANewVersionOfThePlan() {
        playUntil("2026-05-29T12:00");
        assertThat(missing("G8"))
                .containsExactly("G8.observed-too-short", "G8.open-deviation", "G8.readiness-not-assessed");
        playUntil("2026-06-01T16:00");
        assertThat(planVersions()).containsExactly("1.0 RETURNED", "1.1 SUPERSEDED", "1.2 APPROVED");
        var rule =
                plans.inForce(caseRef()).orElseThrow().content().rows("rules").get(0);
        assertThat(rule.values("backup")).containsExactly("N5", "N1", "N6");
        assertThat(missing("G8")).containsExactly("G8.observed-too-short", "G8.readiness-not-assessed");
    }

    @Test
    @Order(12)
    void givesAConsultantTheTaskSheTookOnAtTheMeeting() {
        playUntil("2026-06-08T15:00");
        var open = jdbc.sql(
                        "select element from worklist_task where case_ref = ? and task_key = 'UserTask_KeepAgreement'")
                .param(caseRef())
                .query(String.class)
                .list();
        assertThat(open).hasSize(1);
        String agreement = open.get(0);
        var task = player.task(caseRef(), "UserTask_KeepAgreement", agreement);
        assertThat(task.assignee()).isEqualTo("ida");
        assertThat(task.dueAt())
                .isEqualTo(LocalDateTime.parse("2026-06-08T16:00").atZone(ZONE).toInstant());
        assertThat(view("ida").path("actions").toString()).doesNotContain("AgreementsMade");
        TaskRows.Row row = rows.look(user("ida"), Locale.ENGLISH).row(task);
        assertThat(row.name()).isEqualTo("Keep agreement · Begynder samtaler med Mette om presset");
        assertThat(row.why()).isEqualTo("Agreed date");

        playUntil("2026-06-08T16:00");

        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(caseRef())
                        .taskDefinitionKey("UserTask_KeepAgreement")
                        .count())
                .isZero();
        assertThat(dates.agreed(agreement, "AGREEMENT")).isEmpty();
        assertThat(jdbc.sql("select outcome from agreement where case_ref = ? and id = ?")
                        .params(caseRef(), Long.parseLong(agreement.substring(1)))
                        .query(String.class)
                        .single())
                .isEqualTo("KEPT");
    }

    @Test
    @Order(13)
    void holdsTheFollowUpOfTheLawAndAgreesTheNext() {
        playUntil("2026-06-12T13:00");
        var followUp = player.task(caseRef(), "UserTask_HoldStatutoryFollowUp", null);
        assertThat(rows.look(user("signe"), Locale.ENGLISH).row(followUp).why())
                .as("the rule of the case's own country")
                .isEqualTo("Statutory follow-up");
        playUntil("2026-06-13T08:00");
        assertThat(dueOn("T-95")).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(stillToCome())
                .as("the investigation and the child's plan are done, T-BFU on 2 July is no more")
                .contains("T-95", "T-OBSMIN", "T-OBSMAX")
                .doesNotContain("T-BFU", "T-PLAN91", "T-PLAN");
    }

    @Test
    @Order(14)
    void closesOnlyWhenTheAuthorityIsAtSeven() {
        playUntil("2026-07-21T08:00");
        assertThat(player.openTasks(caseRef())).doesNotContain("UserTask_AssessReadiness");
        playUntil("2026-07-23T08:00");
        assertThat(player.openTasks(caseRef())).contains("UserTask_AssessReadiness");
        playUntil("2026-08-20T12:00");
        assertThat(
                        refusedAtGate(
                                "signe",
                                "UserTask_DecideReadiness",
                                """
                        {"decision": "CLOSE_PHASE", "caseworkerScale": 6,
                         "reason": "Alle mål er nået, men jeg er ikke helt tryg ved vinteren."}
                        """))
                .containsExactly("G8 caseworker-scale-low [7]");
        playUntil("2026-08-20T18:00");
        assertThat(DAYS.between(safetyCase().observationStart(), LocalDate.of(2026, 8, 20)))
                .isEqualTo(120);
        assertThat(passed("G8")).isTrue();
        assertThat(safetyCase().state()).isEqualTo("L3_CLOSING");
    }

    @Test
    @Order(15)
    void namesWhatIsMissingBeforeTheCaseIsClosed() {
        assertThat(missing("G9"))
                .containsExactly("G9.no-closing-with-caseworker", "G9.no-final-statement", "G9.no-hand-over");
        playUntil("2026-09-01T08:00");
        assertThat(stillToCome())
                .as("the measure stops: the law asks for no further follow-up")
                .doesNotContain("T-95");
        playUntil("2026-09-03T20:00");
        assertThat(missing("G9")).isEmpty();
    }

    @Test
    @Order(16)
    void closesAfterHundredAndSeventyFiveDays() {
        playUntil("2026-09-05T08:00");
        assertThat(safetyCase().state()).isEqualTo("CLOSED");
        assertThat(stillToCome()).containsExactly("T-AFTER", "T-AFTER12");
        LocalDate consent =
                LocalDate.ofInstant(dates.started(caseRef(), "CONSENT").orElseThrow(), ZONE);
        assertThat(DAYS.between(consent, LocalDate.ofInstant(safetyCase().closedAt(), ZONE)))
                .isEqualTo(175);
        assertThat(meetings.withCaseworker(caseRef())).isEqualTo(new Meetings.Counts(2, 5, 1));
        assertThat(people.find(caseRef(), "C1").orElseThrow().outcome()).isEqualTo("REMAINS_HOME");
        Map<String, Integer> last = ratings.latest(caseRef()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().rating()));
        assertThat(last)
                .contains(
                        entry("signe", 8),
                        entry("ida", 8),
                        entry("P1", 8),
                        entry("P2", 8),
                        entry("N1", 9),
                        entry("N4", 8),
                        entry("R1", 8),
                        entry("C1", 9));
        assertNothingIsLeft();
    }
}
