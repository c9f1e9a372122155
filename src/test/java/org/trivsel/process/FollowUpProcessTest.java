package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FollowUpProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("follow-up");

    FollowUpProcessTest() {
        super("follow-up");
    }

    @Test
    void announcesTheLastingPlanInATransactionOfItsOwn() {
        var followUp = start();

        complete(followUp, "UserTask_StartObservation");

        assertThat(calledDelegates()).isEmpty();
        assertThat(followUp).hasNotPassed("IntermediateThrowEvent_LastingPlanInForce");

        run(followUp, "IntermediateThrowEvent_LastingPlanInForce");

        assertThat(calledDelegates()).containsExactly("announceLastingPlanDelegate");
        assertThat(followUp).hasPassed("IntermediateThrowEvent_LastingPlanInForce");
    }

    @Test
    void observesOnAllSidesAndAssessesNothingBeforeTheMinimum() {
        var followUp = observing();

        assertWaitsOnlyAt(
                followUp,
                "IntermediateCatchEvent_ObservationMinimumReached",
                "CallActivity_ControlVisit",
                "CallActivity_FollowUpMeeting",
                "UserTask_TalkWithChild");
        assertThat(followUp).hasNotPassed("UserTask_AssessReadiness");
    }

    @Test
    void plansTheNextVisitMeetingAndTalkAsSoonAsOneIsOver() {
        var followUp = observing();

        endCalled(followUp, "CallActivity_ControlVisit");
        run(followUp, "CallActivity_ControlVisit");
        endCalled(followUp, "CallActivity_FollowUpMeeting");
        run(followUp, "CallActivity_FollowUpMeeting");
        complete(followUp, "UserTask_TalkWithChild");

        assertWaitsOnlyAt(
                followUp,
                "IntermediateCatchEvent_ObservationMinimumReached",
                "CallActivity_ControlVisit",
                "CallActivity_FollowUpMeeting",
                "UserTask_TalkWithChild");
    }

    @Test
    void notesAGapBetweenMeetingsAndGoesOnWaitingForTheNext() {
        var followUp = observing();

        run(followUp, "BoundaryEvent_MeetingOverdue");
        run(followUp, "ServiceTask_NoteMeetingGap");

        assertThat(calledDelegates()).endsWith("noteMeetingGapDelegate");
        assertThat(followUp)
                .isWaitingAt("CallActivity_FollowUpMeeting")
                .hasPassed("EndEvent_MeetingGapNoted")
                .hasNotPassed("EndEvent_VisitGapNoted");
    }

    @Test
    void notesAGapBetweenVisitsAndGoesOnWaitingForTheNext() {
        var followUp = observing();

        run(followUp, "BoundaryEvent_VisitOverdue");
        run(followUp, "ServiceTask_NoteVisitGap");

        assertThat(calledDelegates()).endsWith("noteVisitGapDelegate");
        assertThat(followUp)
                .isWaitingAt("CallActivity_ControlVisit")
                .hasPassed("EndEvent_VisitGapNoted")
                .hasNotPassed("EndEvent_MeetingGapNoted");
    }

    @Test
    void handsTheCaseOverWhenItIsReadyToClose() {
        var followUp = readinessAssessed();

        complete(followUp, "UserTask_DecideReadiness", "decision", "CLOSE_PHASE");

        assertWaitsOnlyAt(followUp, "UserTask_HandOverToNetwork");
        assertThat(followUp).hasPassed("EndEvent_ReadyToClose").hasNotPassed("EndEvent_HandedOver");

        complete(followUp, "UserTask_HandOverToNetwork");
        complete(followUp, "UserTask_WriteFinalStatement");
        complete(followUp, "UserTask_HoldClosingMeeting");
        complete(followUp, "UserTask_CloseCase");

        assertThat(followUp).isEnded().hasPassed("EndEvent_HandedOver").hasNotPassed("EndEvent_NoPlanFound");
    }

    @Test
    void endsWithAnErrorWhenNoPlanHolds() {
        var followUp = readinessAssessed();

        complete(followUp, "UserTask_DecideReadiness", "decision", "NO_PLAN");

        assertCallerCaught(NO_PLAN_POSSIBLE);
        assertThat(followUp)
                .isEnded()
                .hasPassed("EndEvent_NoPlanFound")
                .hasNotPassed("EndEvent_ReadyToClose", "UserTask_HandOverToNetwork");
    }

    @Test
    void prolongsTheObservationAndAssessesAgain() {
        var followUp = readinessAssessed();

        complete(followUp, "UserTask_DecideReadiness", "decision", "PROLONG", "beyondMaximum", false);

        assertThat(followUp)
                .isWaitingAt("IntermediateCatchEvent_ProlongationEnded", "CallActivity_ControlVisit")
                .hasNotPassed("UserTask_DecideProlongation");

        run(followUp, "IntermediateCatchEvent_ProlongationEnded");

        assertThat(followUp).isWaitingAt("UserTask_AssessReadiness");
    }

    @Test
    void letsTheManagerGrantMoreThanFiveMonths() {
        var followUp = readinessAssessed();

        complete(followUp, "UserTask_DecideReadiness", "decision", "PROLONG", "beyondMaximum", true);
        assertThat(followUp)
                .isWaitingAt("UserTask_DecideProlongation")
                .isNotWaitingAt("IntermediateCatchEvent_ProlongationEnded");
        complete(followUp, "UserTask_DecideProlongation", "decision", "GRANT");

        assertThat(followUp).isWaitingAt("IntermediateCatchEvent_ProlongationEnded");
    }

    @Test
    void assessesAgainWhenTheManagerDeniesMoreTime() {
        var followUp = readinessAssessed();

        complete(followUp, "UserTask_DecideReadiness", "decision", "PROLONG", "beyondMaximum", true);
        complete(followUp, "UserTask_DecideProlongation", "decision", "DENY");

        assertThat(followUp)
                .isWaitingAt("UserTask_AssessReadiness")
                .hasNotPassed("IntermediateCatchEvent_ProlongationEnded");
    }

    @Test
    void makesAnExtraVisitBesideThePlannedOnes() {
        var followUp = observing();

        message("ControlVisitPlanned");
        assertThat(followUp).isWaitingAt("CallActivity_ExtraControlVisit", "CallActivity_ControlVisit");
        endCalled(followUp, "CallActivity_ExtraControlVisit");

        assertThat(followUp).isWaitingAt("CallActivity_ControlVisit").hasPassed("EndEvent_ExtraControlVisitMade");
    }

    @Test
    void amendsThePlanWithoutStoppingTheObservation() {
        var followUp = observing();

        message("PlanAmendmentProposed");
        assertThat(followUp).isWaitingAt("CallActivity_PlanAmendment", "UserTask_TalkWithChild");
        endCalled(followUp, "CallActivity_PlanAmendment");

        assertThat(followUp).isWaitingAt("UserTask_TalkWithChild").hasPassed("EndEvent_PlanAmended");
    }

    @Test
    void letsTheManagerDecideOnASmallerNetwork() {
        var followUp = observing();

        message("NetworkOverrideRequested");
        complete(followUp, "UserTask_DecideNetworkSize");

        assertThat(followUp).isWaitingAt("UserTask_TalkWithChild").hasPassed("EndEvent_NetworkSizeDecided");
    }

    @Test
    void followsADeviationUpUntilItIsClosed() {
        var followUp = observing();

        message("DeviationReported");
        assertThat(followUp).isWaitingAt("CallActivity_PlanDeviation", "CallActivity_ControlVisit");
        endCalled(followUp, "CallActivity_PlanDeviation");

        assertThat(followUp).isWaitingAt("CallActivity_ControlVisit").hasPassed("EndEvent_DeviationClosed");
    }

    @Test
    void closesAnOpenDeviationEvenAfterTheObservation() {
        var followUp = readinessAssessed();
        message("DeviationReported");

        complete(followUp, "UserTask_DecideReadiness", "decision", "CLOSE_PHASE");

        assertWaitsOnlyAt(followUp, "UserTask_HandOverToNetwork", "CallActivity_PlanDeviation");
    }

    @Test
    void asksTheManagerWhenTheObservationTakesTooLong() {
        var followUp = observing();

        run(followUp, "StartEvent_ObservationMaximumReached");
        assertThat(followUp).isWaitingAt("CallActivity_Overrun", "CallActivity_ControlVisit");
        endCalled(followUp, "CallActivity_Overrun");

        assertThat(followUp).isWaitingAt("CallActivity_ControlVisit").hasPassed("EndEvent_OverrunDecided");
    }

    private ProcessInstance observing() {
        var followUp = startCalled();
        complete(followUp, "UserTask_StartObservation");
        run(followUp, "IntermediateThrowEvent_LastingPlanInForce");
        return followUp;
    }

    private ProcessInstance readinessAssessed() {
        var followUp = observing();
        run(followUp, "IntermediateCatchEvent_ObservationMinimumReached");
        complete(followUp, "UserTask_AssessReadiness");
        return followUp;
    }
}
