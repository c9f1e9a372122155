package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.access.CaseMembers;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.worklist.ActionRefused;
import org.trivsel.platform.worklist.TaskFrozen;
import org.trivsel.platform.worklist.WorkFreeze;
import org.trivsel.platform.worklist.WorklistTask;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.followup.Deviations;
import org.trivsel.practice.followup.Deviations.Deviation;

/**
 * Alma's case in observation, and everything that may happen meanwhile: E1 to E6, E8, E9, E12, E15 to E20, one after the
 * other and inside one another, on the whole application. Ends of a case: {@link EarlyEndsIT}.
 */
@OnH2
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExceptionsIT extends LifeTest {

    private static final TemporalUnitOffset SECONDS = within(5, ChronoUnit.SECONDS);

    @Autowired
    WorkFreeze freeze;

    @Autowired
    CaseMembers members;

    @Autowired
    Deviations deviations;

    private List<String> before = List.of();

    @BeforeAll
    void intoTheObservation() {
        begin(CaseScript.read("case-a", json).as("2026-0601"));
        playUntil("2026-05-12T15:00");
        users.register(
                new User("vera", "Vera Udenfor", Set.of(Role.CASEWORKER), "Børn og unge", null, null), "{noop}vera-1");
    }

    @BeforeEach
    void look() {
        before = open();
    }

    @Test
    @Order(1)
    void acuteDangerStopsTheWorkAndLetsItGoOnWhereItWas() {
        Instant earliest = earliestEnd();
        Instant statutory = dueAt("T-95");
        Instant alarm = clock.instant();
        start("lars", "AcuteDangerReported");
        assertThat(freeze.isFrozen(caseRef())).isTrue();
        assertThat(task("UserTask_AssessImmediateSafety").dueAt()).isCloseTo(alarm.plus(Duration.ofHours(24)), SECONDS);
        assertThat(page("signe")).as("the banner").contains("Et barn er måske i akut fare.");

        start("signe", "AcuteDangerReported");
        assertThat(open().stream().filter("UserTask_AssessImmediateSafety"::equals))
                .as("a second alarm is the same alarm")
                .hasSize(1);
        assertThatThrownBy(() -> give("ida", "UserTask_HoldNetworkMeeting", meeting -> {}))
                .isInstanceOf(TaskFrozen.class);

        later(Duration.ofHours(5));
        give("signe", "UserTask_AssessImmediateSafety", form -> form.put("assessment", "NO_ACUTE_NEED")
                .put("reason", "Alma var faldet på løbehjulet. To voksne så det."));
        assertThat(freeze.isFrozen(caseRef())).isFalse();
        assertThat(open()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(earliestEnd())
                .as("the time of the method moves by what was lost")
                .isCloseTo(earliest.plus(Duration.ofHours(5)), SECONDS);
        assertThat(dueAt("T-95")).as("the time of the law does not").isEqualTo(statutory);
    }

    @Test
    @Order(2)
    void aPlanThatWorkedIsEvidenceAndTheThirdSlipOnOneRuleIsSerious() {
        deviation("YES_WORKED_AS_PLANNED");
        assertThat(severities()).containsExactly("EVIDENCE");
        assertThat(open()).as("nobody has to do anything").containsExactlyInAnyOrderElementsOf(before);
        deviation("PARTLY");
        deviation("PARTLY");
        assertThat(severities()).containsExactly("EVIDENCE", "MINOR", "MINOR");
        assertThat(open()).contains("UserTask_HoldNetworkMeeting").doesNotContain("UserTask_ReassessAfterDeviation");
        deviation("PARTLY");
        assertThat(severities()).containsExactly("EVIDENCE", "MINOR", "MINOR", "SERIOUS");
        WorklistTask reassess = task("UserTask_ReassessAfterDeviation");
        assertThat(reassess.assignee()).isEqualTo("signe");
        assertThat(reassess.dueAt()).isCloseTo(reassess.createdAt().plus(Duration.ofHours(24)), SECONDS);

        give("signe", "UserTask_ReassessAfterDeviation", form -> {});
        for (int number = 2; number <= 4; number++) {
            String deviation = String.valueOf(number);
            give("ida", "UserTask_CloseDeviation", form -> form.put("deviation", deviation));
        }
        assertThat(deviations.of(caseRef())).allMatch(one -> one.closedAt() != null);
        for (int meeting = 0; meeting < 3; meeting++) {
            holdNetworkMeeting();
        }
        assertThat(open()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    @Order(3)
    void theSameReportSentTwiceIsOneReport() {
        actions.start(user("signe"), caseRef(), "DeviationReported", "mobile-4711");
        actions.start(user("signe"), caseRef(), "DeviationReported", "mobile-4711");
        time.runDue();
        assertThat(open().stream().filter("UserTask_ReportDeviation"::equals)).hasSize(1);
        give("signe", "UserTask_ReportDeviation", form -> form.put("networkActed", "YES_WORKED_AS_PLANNED"));
        assertThat(open()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    @Order(4)
    void withdrawnConsentFreezesWhatTouchesTheFamilyUntilBothConsentAnew() {
        start("ida", "ConsentWithdrawn");
        assertThat(freeze.isFrozen(caseRef()))
                .as("it counts from the moment it is said")
                .isTrue();
        give("ida", "UserTask_RegisterWithdrawal", form -> {});
        assertThat(safetyCase().consented()).isFalse();
        assertThatThrownBy(() -> start("ida", "ControlVisitPlanned"))
                .isInstanceOfSatisfying(ActionRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo("work-stands-still"));
        assertThatThrownBy(() -> start("ida", "ConsentWithdrawn"))
                .isInstanceOfSatisfying(ActionRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo("consent-is-withdrawn"));
        WorklistTask safety = task("UserTask_AssessSafetyWithoutPlan");
        assertThat(safety.assignee()).isEqualTo("signe");
        assertThat(safety.dueAt()).isCloseTo(safety.createdAt().plus(Duration.ofHours(24)), SECONDS);

        later(Duration.ofHours(3));
        give("signe", "UserTask_AssessSafetyWithoutPlan", form -> {});
        give("lars", "UserTask_HoldWithdrawalTalk", form -> {});
        give("signe", "UserTask_DecideAfterWithdrawal", form -> form.put("decision", "RESUME"));
        assertThat(freeze.isFrozen(caseRef()))
                .as("a decision alone is no consent")
                .isTrue();
        give("lars", "UserTask_RecordConsent P1", form -> {});
        give("lars", "UserTask_RecordConsent P2", form -> form.put("person", "P2"));
        assertThat(safetyCase().consented()).isTrue();
        assertThat(freeze.isFrozen(caseRef())).isFalse();
        assertThat(open()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    @Order(5)
    void oneRecipientTakenBackStopsNothingElse() {
        start("lars", "ConsentLimited");
        give("lars", "UserTask_LimitConsent", form -> {});
        assertThat(freeze.isFrozen(caseRef())).isFalse();
        give("signe", "UserTask_ReviewLimitedConsent", form -> {});
        assertThat(open()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    @Order(6)
    void aNewConsultantTakesAllTasksOverEvenWhileTheWorkStandsStill() {
        start("ida", "PauseRequested");
        give("signe", "UserTask_RegisterPause", form -> form.put("until", inDays(20)));
        assertThat(freeze.isFrozen(caseRef())).isTrue();
        Instant statutory = dueAt("T-95");
        start("karen", "WorkerChangeRequested");
        give("karen", "UserTask_DecideChangeOfWorker", form -> form.put("position", "CONSULTANT_ONE")
                .put("newWorker", "maja"));
        assertThat(members.isMember(caseRef(), "maja"))
                .as("who is to accept may read")
                .isTrue();
        give("lars", "UserTask_WriteHandOver", form -> {});
        assertThat(safetyCase().consultant1()).as("not before it is accepted").isEqualTo("lars");
        assertThat(assigned("lars")).isPositive();
        give("maja", "UserTask_AcceptHandOver", form -> {});
        assertThat(safetyCase().consultant1()).isEqualTo("maja");
        assertThat(assigned("lars")).isZero();
        give("maja", "UserTask_IntroduceNewWorker", form -> {});

        later(Duration.ofDays(15));
        assertThat(members.isMember(caseRef(), "lars"))
                .as("fourteen days later")
                .isFalse();
        start("ida", "PauseEnded");
        assertThat(freeze.isFrozen(caseRef())).isFalse();
        assertThat(dueAt("T-95")).isEqualTo(statutory);
        assertThat(open()).containsAll(before);
    }

    @Test
    @Order(7)
    void aPauseLongerThanThirtyDaysIsNone() {
        start("ida", "PauseRequested");
        assertThat(refusedByForm("signe", "UserTask_RegisterPause", pause(40))).containsExactly("until pause-too-long");
        give("signe", "UserTask_RegisterPause", form -> form.put("until", inDays(2)));
        later(Duration.ofDays(3));
        assertThat(freeze.isFrozen(caseRef()))
                .as("it ends by itself on its day")
                .isFalse();
        assertThat(open()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    @Order(8)
    void aSiblingJoinsAndLeavesWithAnOutcomeOfItsOwn() {
        assertThatThrownBy(() -> start("signe", "ChildPartEnded"))
                .isInstanceOfSatisfying(ActionRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo("last-child"));
        start("ida", "SiblingAdded");
        give("signe", "UserTask_RegisterSibling", form -> form.put("birthDate", "2016-09-01"));
        give("ida", "UserTask_TalkWithChild C2", form -> form.putArray("child").add("C2"));
        assertThat(people.of(caseRef(), Person.Role.CHILD)).hasSize(2);
        assertThat(open()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    @Order(9)
    void aBirthdayThatChangesRightsIsTold() {
        waitUntil("2026-07-05T08:00");
        assertThat(player.task(caseRef(), "UserTask_InformOfAge", null).dueAt())
                .as("sixty days are left until the birthday")
                .isEqualTo(LocalDate.parse("2026-09-01").atStartOfDay(ZONE).toInstant());
        // whose birthday it is, is filled in already
        give("signe", "UserTask_InformOfAge", form -> form.remove(List.of("child", "age")));
        start("signe", "ChildPartEnded");
        give("signe", "UserTask_RecordChildOutcome", form -> form.put("child", "C2"));
        assertThat(outcomes()).containsExactly("C1 null", "C2 REMAINS_HOME");
        start("signe", "PoliceCaseChanged");
        give("signe", "UserTask_UpdatePoliceCase", form -> form.put("policeCase", "PENDING"));
        assertThat(freeze.isFrozen(caseRef()))
                .as("a police case never blocks (E16)")
                .isFalse();
        assertThat(safetyCase().policeCase()).isEqualTo("PENDING");
    }

    @Test
    @Order(10)
    void aNotificationIsAssessedBySomebodyWhoWasNotInvolved() {
        start("ida", "NotificationReceived");
        String involved =
                sample("register-notification").put("assessor", "mads").toString();
        assertThat(refusedByForm("ida", "UserTask_RegisterNotification", involved))
                .containsExactly("assessor involved-before");
        give("ida", "UserTask_RegisterNotification", form -> form.put("assessor", "vera"));
        WorklistTask assess = task("UserTask_AssessNotification");
        assertThat(assess.assignee()).isEqualTo("vera");
        assertThat(assess.dueAt()).isCloseTo(clock.instant().plus(Duration.ofHours(24)), SECONDS);
        give("vera", "UserTask_AssessNotification", form -> {});
        assertThat(open()).doesNotContain("UserTask_AssessNotification", "UserTask_AssessImmediateSafety");
    }

    @Test
    @Order(11)
    void aThreatHidesAddressesEverywhere() throws Exception {
        assertThat(people.find(caseRef(), "P1").orElseThrow().phone()).isNotNull();
        start("maja", "ThreatReported");
        give("karen", "UserTask_DecideProtection", form -> {});
        assertThat(people.find(caseRef(), "P1").orElseThrow().phone()).isNull();
        assertThat(view("ida").toString()).doesNotContain("+45 0000 0011");
        assertThat(page("ida")).doesNotContain("+45 0000 0011");
    }

    @Test
    @Order(12)
    void whoIsAwayIsCovered() {
        long idas = assigned("ida");
        assertThat(idas).isPositive();
        start("ida", "StaffAbsent");
        give("karen", "UserTask_ArrangeCover", form -> form.put("absent", "ida").put("cover", "maja"));
        assertThat(assigned("ida")).isZero();
    }

    @Test
    @Order(13)
    void parentsWhoDoNotComeAreSought() {
        List<String> open = open();
        start("maja", "ContactLost");
        give("maja", "UserTask_RegisterMissedContacts", form -> {});
        WorklistTask informed = task("UserTask_InformOfLostContact");
        assertThat(informed.dueAt()).isCloseTo(informed.createdAt().plus(Duration.ofHours(24)), SECONDS);
        give("signe", "UserTask_InformOfLostContact", form -> {});
        give("maja", "UserTask_SeekContact", form -> {});
        give("signe", "UserTask_DecideOnContact", form -> {});
        assertThat(open()).containsExactlyInAnyOrderElementsOf(open);
    }

    @Test
    @Order(14)
    void parentsWhoDisagreeAreHeardOneByOne() {
        List<String> open = open();
        start("maja", "ParentsDisagree");
        assertThatThrownBy(() -> start("maja", "ParentsDisagree"))
                .isInstanceOfSatisfying(ActionRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo("talks-run"));
        give("maja", "UserTask_HoldSeparateTalks", form -> {});
        give("signe", "UserTask_AssessDisagreement", form -> {});
        assertThat(open()).containsExactlyInAnyOrderElementsOf(open);
    }

    @Test
    @Order(15)
    void aNetworkThatShrankIsFoundAgain() {
        List<String> open = open();
        start("maja", "NetworkTooSmall");
        give("maja", "UserTask_FindNetwork", form -> {});
        assertThat(open()).containsExactlyInAnyOrderElementsOf(open);
    }

    @Test
    @Order(16)
    void whatDoesNotFitIsRefusedWithAReason() {
        assertThatThrownBy(() -> start("signe", "ChildBorn"))
                .isInstanceOfSatisfying(ActionRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo("no-child-awaited"));
        assertThatThrownBy(() -> start("signe", "PregnancyEnded"))
                .isInstanceOfSatisfying(ActionRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo("no-child-awaited"));
    }

    @Test
    @Order(17)
    void theEndOfSixMonthsAsksForAReasonAndANewDateAndClosesNothing() {
        waitUntil("2026-09-20T08:00");
        assertThat(open()).contains("UserTask_DecideOverrun");
        assertThat(safetyCase().isClosed()).isFalse();
        while (open().contains("UserTask_DecideOverrun")) {
            give("karen", "UserTask_DecideOverrun", form -> form.put("newDate", "2026-11-20"));
        }
        assertThat(safetyCase().isClosed()).isFalse();
        assertThat(management.createJobQuery().noRetriesLeft().count()).isZero();
    }

    private void deviation(String networkActed) {
        later(Duration.ofHours(26));
        start("ida", "DeviationReported");
        give("ida", "UserTask_ReportDeviation", form -> form.put("networkActed", networkActed));
    }

    private List<String> severities() {
        return deviations.of(caseRef()).stream().map(Deviation::severity).toList();
    }

    private List<String> outcomes() {
        return people.of(caseRef(), Person.Role.CHILD).stream()
                .map(child -> child.id() + " " + child.outcome())
                .toList();
    }

    private long assigned(String username) {
        return worklist.ofCase(caseRef()).stream()
                .filter(task -> username.equals(task.assignee()))
                .count();
    }

    private Instant earliestEnd() {
        return dueAt("T-OBSMIN");
    }

    private String pause(int days) {
        return sample("register-pause").put("until", inDays(days)).toString();
    }
}
