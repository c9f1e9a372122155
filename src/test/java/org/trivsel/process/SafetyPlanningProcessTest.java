package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyPlanningProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("safety-planning");

    SafetyPlanningProcessTest() {
        super("safety-planning");
    }

    private static final Object[] IN_TARGET_GROUP = targetGroup(true, false, false);
    private static final Object[] HEALTH_IN_DANGER = targetGroup(true, true, false);
    private static final Object[] OUTSIDE = targetGroup(false, false, false);
    private static final Object[] OUTSIDE_WITH_EXCEPTION = targetGroup(false, false, true);

    @Test
    void securesTheChildAndAssessesTheTargetGroupAtOnce() {
        var planning = start();

        assertWaitsOnlyAt(planning, "CallActivity_AcuteSafety", "UserTask_AssessTargetGroup");
    }

    @Test
    void settlesTheChildsImmediateSafetyBesideTheMethod() {
        var planning = start();

        endCalled(planning, "CallActivity_AcuteSafety");

        assertWaitsOnlyAt(planning, "UserTask_AssessTargetGroup");
        assertThat(planning).hasPassed("EndEvent_ImmediateSafetySettled");
    }

    @Test
    void offersTheWorkToAFamilyInTheTargetGroup() {
        var planning = start();

        complete(planning, "UserTask_AssessTargetGroup", IN_TARGET_GROUP);

        assertWaitsOnlyAt(planning, "CallActivity_AcuteSafety", "CallActivity_StartUp");
        assertThat(planning)
                .hasNotPassed("IntermediateThrowEvent_AcuteDangerFound", "UserTask_AdviseOtherPossibilities");
    }

    @Test
    void raisesTheAlarmWhenTheTargetGroupFormShowsAcuteDanger() {
        onDelegate("raiseAcuteDangerDelegate", execution -> message("AcuteDangerReported"));
        var planning = start();

        complete(planning, "UserTask_AssessTargetGroup", HEALTH_IN_DANGER);
        run(planning, "IntermediateThrowEvent_AcuteDangerFound");

        assertWaitsOnlyAt(
                planning, "CallActivity_AcuteSafety", "CallActivity_AcuteSafetyAgain", "CallActivity_StartUp");
        assertThat(calledDelegates()).containsExactly("raiseAcuteDangerDelegate");
    }

    @Test
    void advisesAFamilyOutsideTheTargetGroup() {
        var planning = start();

        complete(planning, "UserTask_AssessTargetGroup", OUTSIDE);
        complete(planning, "UserTask_AdviseOtherPossibilities");

        assertWaitsOnlyAt(planning, "CallActivity_AcuteSafety");
        assertThat(planning)
                .hasPassed("EndEvent_NotEligible")
                .hasNotPassed("UserTask_DecideTargetGroupOverride", "CallActivity_StartUp");
    }

    @Test
    void offersTheWorkWhenTheManagerGrantsAnException() {
        var planning = start();

        complete(planning, "UserTask_AssessTargetGroup", OUTSIDE_WITH_EXCEPTION);
        complete(planning, "UserTask_DecideTargetGroupOverride", "decision", "GRANT");

        assertThat(planning).isWaitingAt("CallActivity_StartUp").hasNotPassed("UserTask_AdviseOtherPossibilities");
    }

    @Test
    void advisesTheFamilyWhenTheManagerDeniesAnException() {
        var planning = start();

        complete(planning, "UserTask_AssessTargetGroup", OUTSIDE_WITH_EXCEPTION);
        complete(planning, "UserTask_DecideTargetGroupOverride", "decision", "DENY");

        assertThat(planning).isWaitingAt("UserTask_AdviseOtherPossibilities").hasNotPassed("CallActivity_StartUp");
    }

    @Test
    void endsWhenTheParentsDecline() {
        var planning = start();
        complete(planning, "UserTask_AssessTargetGroup", IN_TARGET_GROUP);

        endCalled(planning, "CallActivity_AcuteSafety");
        endCalled(planning, "CallActivity_StartUp", "consentComplete", false);

        assertThat(planning)
                .isEnded()
                .hasPassed("EndEvent_ParentsDeclined")
                .hasNotPassed("SubProcess_WorkWithFamily", "CallActivity_Mapping");
    }

    @Test
    void endsWhenTheParentsDeclineBeforeAnyConsentWasChecked() {
        var planning = start();
        complete(planning, "UserTask_AssessTargetGroup", IN_TARGET_GROUP);

        endCalled(planning, "CallActivity_StartUp");

        assertThat(planning).hasPassed("EndEvent_ParentsDeclined").hasNotPassed("SubProcess_WorkWithFamily");
    }

    @Test
    void beginsWithTheMappingAndLetsSparringAndTheLawsClockRunBeside() {
        var planning = consentGiven();

        assertWaitsOnlyAt(planning, "CallActivity_Mapping", "CallActivity_Sparring", "CallActivity_StatutoryFollowUp");
        assertThat(planning).hasNotPassed("CallActivity_SafetyWork");
        assertThat(called(planning, "CallActivity_Mapping"))
                .hasBusinessKey(CASE_REF)
                .hasVariables("caseRef", "track", "mode", "readFiles");
    }

    @Test
    void closesTheCaseAfterTheHandOver() {
        var planning = consentGiven();

        endCalled(planning, "CallActivity_Mapping", "decision", "TO_LEVEL_2");
        assertThat(planning).isWaitingAt("CallActivity_SafetyWork").isNotWaitingAt("CallActivity_FollowUp");
        endCalled(planning, "CallActivity_SafetyWork");
        run(planning, "CallActivity_FollowUp");
        endCalled(planning, "CallActivity_FollowUp");

        assertThat(planning)
                .isEnded()
                .hasPassed("EndEvent_SafetyHandedOver", "EndEvent_CaseClosed")
                .hasNotPassed("EndEvent_SafeEnough", "EndEvent_OtherSupport", "BoundaryEvent_NoPlanPossible");
    }

    @Test
    void closesTheCaseWhenTheMappingShowsThatItIsSafeEnough() {
        var planning = consentGiven();

        endCalled(planning, "CallActivity_Mapping", "decision", "SAFE_ENOUGH_CLOSE");

        assertThat(planning)
                .isEnded()
                .hasPassed("EndEvent_SafeEnoughInMapping", "EndEvent_SafeEnough")
                .hasNotPassed("CallActivity_SafetyWork", "EndEvent_CaseClosed");
    }

    @Test
    void closesTheCaseWhenOtherSupportIsChosen() {
        var planning = consentGiven();

        endCalled(planning, "CallActivity_Mapping", "decision", "OTHER_SUPPORT");

        assertThat(planning)
                .isEnded()
                .hasPassed("EndEvent_OtherSupportChosen", "EndEvent_OtherSupport")
                .hasNotPassed("CallActivity_SafetyWork", "EndEvent_CaseClosed");
    }

    @Test
    void stopsAllWorkWhenTheMappingFindsNoPlan() {
        var planning = consentGiven();

        endCalled(planning, "CallActivity_Mapping", "decision", "NO_PLAN_POSSIBLE");
        run(planning, "CallActivity_NoPlanPossible");

        assertWaitsOnlyAt(planning, "CallActivity_NoPlanPossible");
        assertThat(planning)
                .hasPassed("EndEvent_NoPlanFound", "BoundaryEvent_NoPlanPossible")
                .hasNotPassed("CallActivity_SafetyWork");
    }

    @Test
    void stopsAllWorkWhenTheSafetyWorkFails() {
        var planning = consentGiven();
        endCalled(planning, "CallActivity_Mapping", "decision", "TO_LEVEL_2");

        failCalled(planning, "CallActivity_SafetyWork", "NO_PLAN_POSSIBLE");
        run(planning, "CallActivity_NoPlanPossible");

        assertWaitsOnlyAt(planning, "CallActivity_NoPlanPossible");
        assertThat(planning).hasNotPassed("CallActivity_FollowUp");
    }

    @Test
    void stopsAllWorkWhenTheCooperationFails() {
        var planning = consentGiven();

        failCalled(planning, "CallActivity_Sparring", "NO_PLAN_POSSIBLE");
        run(planning, "CallActivity_NoPlanPossible");

        assertWaitsOnlyAt(planning, "CallActivity_NoPlanPossible");
        assertThat(planning).hasNotPassed("Gateway_NextStep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLACEMENT_CONSENT", "PLACEMENT_COMPULSORY"})
    void endsWithThePlacementOfTheChild(String decision) {
        var planning = noPlanPossible();

        endCalled(planning, "CallActivity_NoPlanPossible", "decision", decision);

        assertThat(planning)
                .isEnded()
                .hasPassed("EndEvent_ChildPlaced")
                .hasNotPassed("EndEvent_NoPlanPossible", "ServiceTask_ReenterSafetyWork");
    }

    @Test
    void endsWithoutAPlanWhenTheAuthorityChoosesOtherSupport() {
        var planning = noPlanPossible();

        endCalled(planning, "CallActivity_NoPlanPossible", "decision", "OTHER_SUPPORT");

        assertThat(planning).isEnded().hasPassed("EndEvent_NoPlanPossible").hasNotPassed("EndEvent_ChildPlaced");
    }

    @Test
    void entersTheSafetyWorkAgainWhenTheAuthorityWantsAnotherTry() {
        onDelegate("reenterSafetyWorkDelegate", execution -> execution.setVariable("entryLevel", 2));
        var planning = noPlanPossible();

        endCalled(planning, "CallActivity_NoPlanPossible", "decision", "RETRY");
        run(planning, "ServiceTask_ReenterSafetyWork");

        assertWaitsOnlyAt(
                planning, "CallActivity_SafetyWork", "CallActivity_Sparring", "CallActivity_StatutoryFollowUp");
        assertThat(calledDelegates()).containsExactly("reenterSafetyWorkDelegate");
    }

    @Test
    void closesTheCaseAfterAnotherTryThatSucceeds() {
        onDelegate("reenterSafetyWorkDelegate", execution -> {
            execution.setVariable("entryLevel", 2);
            execution.setVariable("nextStep", "TO_LEVEL_2");
        });
        var planning = noPlanPossible();
        endCalled(planning, "CallActivity_NoPlanPossible", "decision", "RETRY");
        run(planning, "ServiceTask_ReenterSafetyWork");

        endCalled(planning, "CallActivity_SafetyWork");
        run(planning, "CallActivity_FollowUp");
        endCalled(planning, "CallActivity_FollowUp");

        assertThat(planning).isEnded().hasPassed("EndEvent_CaseClosed").hasNotPassed("EndEvent_SafeEnough");
    }

    @Test
    void letsSparringAndStatutoryFollowUpEndBesideTheLevels() {
        var planning = consentGiven();

        endCalled(planning, "CallActivity_StatutoryFollowUp");
        endCalled(planning, "CallActivity_Sparring");

        assertWaitsOnlyAt(planning, "CallActivity_Mapping");
        assertThat(planning).hasPassed("EndEvent_StatutoryFollowUpEnded", "EndEvent_SparringEnded");
    }

    @Test
    void answersAcuteDangerAtAnyTimeWithoutStoppingTheCase() {
        var planning = start();

        message("AcuteDangerReported");
        assertWaitsOnlyAt(
                planning, "CallActivity_AcuteSafety", "UserTask_AssessTargetGroup", "CallActivity_AcuteSafetyAgain");
        endCalled(planning, "CallActivity_AcuteSafetyAgain");

        assertThat(planning).isWaitingAt("UserTask_AssessTargetGroup").hasPassed("EndEvent_AcuteDangerSettled");
    }

    @ParameterizedTest
    @CsvSource({
        "NetworkMeetingCalled, CallActivity_ExtraNetworkMeeting, EndEvent_ExtraNetworkMeetingHeld",
        "GoalsRevisionProposed, CallActivity_GoalSetting, EndEvent_GoalsRevised",
        "ConsentWithdrawn, CallActivity_ConsentWithdrawal, EndEvent_ConsentThereAgain",
        "ConsentLimited, CallActivity_ConsentLimit, EndEvent_LimitKnown",
        "ParentsDisagree, CallActivity_ParentsDisagreement, EndEvent_ParentsHeard",
        "PauseRequested, CallActivity_Pause, EndEvent_PauseTaken",
        "ContactLost, CallActivity_LossOfContact, EndEvent_ContactFoundAgain",
        "NetworkTooSmall, CallActivity_NetworkFinding, EndEvent_NetworkThereAgain"
    })
    void callsMoreWorkBesideTheLevel(String message, String callActivity, String end) {
        var planning = consentGiven();

        message(message);
        assertThat(planning).isWaitingAt(callActivity, "CallActivity_Mapping");
        endCalled(planning, callActivity);

        assertThat(planning).isWaitingAt("CallActivity_Mapping").hasPassed(end);
    }

    @ParameterizedTest
    @CsvSource({
        "ChildConversationRequested, UserTask_TalkWithChild, EndEvent_ChildHeard",
        "NetworkMemberProposed, UserTask_PrepareNetworkMember, EndEvent_NetworkMemberPrepared",
        "StatementRequested, UserTask_WriteInvestigationStatement, EndEvent_StatementWritten",
        "SupplementaryWorkProposed, UserTask_RecordSupplementaryWork, EndEvent_SupplementaryWorkRecorded"
    })
    void asksForMoreWorkBesideTheLevel(String message, String task, String end) {
        var planning = consentGiven();

        message(message);
        assertThat(planning).isWaitingAt(task, "CallActivity_Mapping");
        complete(planning, task);

        assertThat(planning).isWaitingAt("CallActivity_Mapping").hasPassed(end);
    }

    @Test
    void givesAnAgreementOfAMeetingToWhoTookItOn() {
        var planning = consentGiven();

        message("AgreementsMade");

        assertThat(runtimeService()
                        .getVariables(called(planning, "CallActivity_Agreement").getId()))
                .containsEntry("agreement", "A1")
                .containsEntry("tookOn", "lars");
        endCalled(planning, "CallActivity_Agreement");
        assertThat(planning).isWaitingAt("CallActivity_Mapping").hasPassed("EndEvent_AgreementsKept");
    }

    @ParameterizedTest
    @CsvSource({
        "NotificationReceived, CallActivity_NewNotification, EndEvent_NotificationAnswered",
        "WorkerChangeRequested, CallActivity_ChangeOfWorker, EndEvent_WorkerChanged",
        "StaffAbsent, CallActivity_StaffAbsence, EndEvent_StaffCovered",
        "PoliceCaseChanged, CallActivity_PoliceCase, EndEvent_PoliceCaseUpdated",
        "ThreatReported, CallActivity_Protection, EndEvent_ProtectionDecided",
        "SiblingAdded, CallActivity_Sibling, EndEvent_SiblingPartOfCase",
        "ChildPartEnded, CallActivity_ChildOutcome, EndEvent_ChildOutcomeKnown",
        "ChildBorn, CallActivity_Birth, EndEvent_BirthInCaseFile",
        "PregnancyEnded, CallActivity_PregnancyEnd, EndEvent_PregnancyEndRegistered",
        "FamilyMoving, CallActivity_FamilyMove, EndEvent_FamilyMoved"
    })
    void answersWhatHappensAtAnyTimeWithoutStoppingTheCase(String message, String callActivity, String end) {
        var planning = start();

        message(message);
        assertThat(planning).isWaitingAt(callActivity, "UserTask_AssessTargetGroup");
        endCalled(planning, callActivity);

        assertThat(planning).isWaitingAt("UserTask_AssessTargetGroup").hasPassed(end);
    }

    @ParameterizedTest
    @CsvSource({
        "StartEvent_LegalAgeNear, CallActivity_ChildAge, EndEvent_AgesOver",
        "StartEvent_SixMonthsPassed, CallActivity_Overrun, EndEvent_OverrunSettled"
    })
    void noticesWhatTimeBrings(String timer, String callActivity, String end) {
        var planning = consentGiven();

        run(planning, timer);
        assertThat(planning).isWaitingAt(callActivity, "CallActivity_Mapping");
        endCalled(planning, callActivity);

        assertThat(planning).isWaitingAt("CallActivity_Mapping").hasPassed(end);
    }

    @ParameterizedTest
    @CsvSource({
        "ConsentWithdrawn, CallActivity_ConsentWithdrawal, CONSENT_WITHDRAWN, EndEvent_ConsentWithdrawn",
        "FamilyMoving, CallActivity_FamilyMove, CASE_TRANSFERRED, EndEvent_CaseTransferred",
        "PregnancyEnded, CallActivity_PregnancyEnd, PREGNANCY_ENDED, EndEvent_CaseEndedWithPregnancy"
    })
    void endsEverythingWithWhatEndsTheCase(String message, String callActivity, String error, String end) {
        var planning = consentGiven();

        message(message);
        failCalled(planning, callActivity, error);

        assertThat(planning)
                .isEnded()
                .hasPassed(end)
                .hasNotPassed("EndEvent_CaseClosed", "BoundaryEvent_NoPlanPossible");
    }

    @Test
    void endsEverythingWhenAllChildrenAreOfAge() {
        var planning = consentGiven();

        run(planning, "StartEvent_LegalAgeNear");
        failCalled(planning, "CallActivity_ChildAge", "ALL_AGED_OUT");

        assertThat(planning).isEnded().hasPassed("EndEvent_ChildrenOfAge").hasNotPassed("EndEvent_CaseClosed");
    }

    @ParameterizedTest
    @CsvSource({
        "ConsentWithdrawn, CallActivity_ConsentWithdrawal",
        "ParentsDisagree, CallActivity_ParentsDisagreement",
        "ContactLost, CallActivity_LossOfContact",
        "NetworkTooSmall, CallActivity_NetworkFinding"
    })
    void stopsAllWorkWhenAnEventShowsThatNoPlanIsPossible(String message, String callActivity) {
        var planning = consentGiven();

        message(message);
        failCalled(planning, callActivity, NO_PLAN_POSSIBLE);
        run(planning, "CallActivity_NoPlanPossible");

        assertWaitsOnlyAt(planning, "CallActivity_NoPlanPossible");
    }

    @Test
    void stopsTheWorkForAChildThatWasPlacedAndGoesOnTowardsHome() {
        var planning = consentGiven();

        message("ChildPlaced");
        assertWaitsOnlyAt(planning, "CallActivity_Placement");
        endCalled(planning, "CallActivity_Placement", "entryLevel", 2, "track", "RETURN_HOME");

        assertWaitsOnlyAt(
                planning, "CallActivity_SafetyWork", "CallActivity_Sparring", "CallActivity_StatutoryFollowUp");
        assertThat(called(planning, "CallActivity_SafetyWork")).variables().containsEntry("track", "RETURN_HOME");
    }

    @Test
    void reportsThatNoPlanIsPossibleForAChildThatCannotReturn() {
        var planning = consentGiven();

        message("ChildPlaced");
        failCalled(planning, "CallActivity_Placement", NO_PLAN_POSSIBLE);
        run(planning, "CallActivity_NoPlanPossible");

        assertWaitsOnlyAt(planning, "CallActivity_NoPlanPossible");
        assertThat(planning).hasPassed("BoundaryEvent_NoReturnPossible").hasNotPassed("CallActivity_SafetyWork");
    }

    @Test
    void asksForTheChildsSafetyAndForConsentAnewWhenACaseIsReopened() {
        onDelegate("raiseAcuteDangerDelegate", execution -> message("AcuteDangerReported"));
        var planning = startBy("CaseReopened", "entryLevel", 2);

        run(planning, "IntermediateThrowEvent_SafetyInQuestion");

        assertWaitsOnlyAt(planning, "CallActivity_AcuteSafetyAgain", "CallActivity_StartUp");
        assertThat(planning).hasNotPassed("UserTask_AssessTargetGroup", "CallActivity_AcuteSafety");
    }

    @Test
    void aReopenedCaseThatSkipsTheMappingIsClosedAsAnyOther() {
        var planning = startBy("CaseReopened", "entryLevel", 2);
        run(planning, "IntermediateThrowEvent_SafetyInQuestion");
        endCalled(planning, "CallActivity_StartUp", "consentComplete", true, "readFiles", true);
        endCalled(planning, "CallActivity_SafetyWork");
        run(planning, "CallActivity_FollowUp");
        endCalled(planning, "CallActivity_FollowUp");

        assertThat(planning).isEnded();
        assertThat(planning).hasPassed("EndEvent_CaseClosed").hasNotPassed("CallActivity_Mapping");
    }

    private ProcessInstance consentGiven() {
        var planning = start();
        complete(planning, "UserTask_AssessTargetGroup", IN_TARGET_GROUP);
        endCalled(planning, "CallActivity_AcuteSafety");
        endCalled(planning, "CallActivity_StartUp", "consentComplete", true, "readFiles", true);
        return planning;
    }

    private ProcessInstance noPlanPossible() {
        var planning = consentGiven();
        endCalled(planning, "CallActivity_Mapping", "decision", "NO_PLAN_POSSIBLE");
        run(planning, "CallActivity_NoPlanPossible");
        return planning;
    }

    private static Object[] targetGroup(boolean criteria, boolean healthImminent, boolean overrideRequested) {
        return new Object[] {
            "c1ObviousRisk",
            criteria,
            "c2SeriousHarm",
            true,
            "c3MassiveSupport",
            true,
            "c4OrdinaryInsufficient",
            true,
            "greatSafetyRisk",
            true,
            "healthImminent",
            healthImminent,
            "overrideRequested",
            overrideRequested
        };
    }
}
