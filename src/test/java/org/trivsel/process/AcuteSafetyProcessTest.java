package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AcuteSafetyProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("acute-safety");

    AcuteSafetyProcessTest() {
        super("acute-safety");
    }

    @Test
    void endsWhenNothingIsAcute() {
        var acute = start();

        complete(acute, "UserTask_AssessImmediateSafety", "assessment", "NO_ACUTE_NEED");

        assertThat(acute)
                .isEnded()
                .hasPassed("EndEvent_NoAcuteNeed")
                .hasNotPassed("UserTask_AgreeAcutePlan", "UserTask_ArrangePlacement");
    }

    @Test
    void flagsALateAssessmentAndStillWaitsForIt() {
        var acute = start();

        run(acute, "BoundaryEvent_AssessmentLate");
        run(acute, "ServiceTask_FlagLateAssessment");

        assertWaitsOnlyAt(acute, "UserTask_AssessImmediateSafety");
        assertThat(acute).hasPassed("EndEvent_AssessmentFlaggedLate");
        assertThat(calledDelegates()).containsExactly("flagLateAssessmentDelegate");
    }

    @Test
    void flagsNothingWhenTheAssessmentIsInTime() {
        var acute = start();
        assertThat(jobs(acute, "BoundaryEvent_AssessmentLate")).isEqualTo(1);

        complete(acute, "UserTask_AssessImmediateSafety", "assessment", "ACUTE_PLAN_SUFFICIENT");

        assertThat(jobs(acute, "BoundaryEvent_AssessmentLate")).isZero();
        assertWaitsOnlyAt(acute, "UserTask_AgreeAcutePlan");
        assertThat(acute).hasNotPassed("ServiceTask_FlagLateAssessment");
    }

    @Test
    void recordsThePlacementWhenTheChildHasToBePlaced() {
        var acute = start();

        complete(acute, "UserTask_AssessImmediateSafety", "assessment", "PLACEMENT_NEEDED");
        complete(acute, "UserTask_ArrangePlacement");
        run(acute, "ServiceTask_RecordPlacement");

        assertThat(acute).isEnded().hasPassed("EndEvent_ChildPlaced").hasNotPassed("UserTask_AgreeAcutePlan");
        assertThat(calledDelegates()).containsExactly("recordPlacementDelegate");
    }

    @Test
    void keepsTheAcutePlanUntilTheLastingPlanIsInForce() {
        var acute = acutePlanInForce();

        assertThat(acute).isNotEnded().hasNotPassed("UserTask_ReviewAcutePlan");

        message("LastingPlanInForce");

        assertThat(acute)
                .isEnded()
                .hasPassed("EndEvent_LastingPlanInForce")
                .hasNotPassed("UserTask_ReviewAcutePlan", "EndEvent_LastingPlanInForceDuringReview");
    }

    @Test
    void isReviewedWhenTheReviewIsDueAndGoesOnWhenStillNeeded() {
        var acute = acutePlanInForce();

        run(acute, "IntermediateCatchEvent_AcuteReviewDue");
        assertWaitsOnlyAt(acute, "UserTask_ReviewAcutePlan");
        complete(acute, "UserTask_ReviewAcutePlan", "decision", "CONTINUE");

        assertWaitsOnlyAt(acute, "Gateway_AcutePlanWaits");
        assertThat(acute).isNotEnded();
        assertThat(jobs(acute, "IntermediateCatchEvent_AcuteReviewDue")).isEqualTo(1);
    }

    @Test
    void endsWhenTheReviewFindsAnotherMeasureInForce() {
        var acute = acutePlanInForce();

        message("AcutePlanReviewRequested");
        assertWaitsOnlyAt(acute, "UserTask_ReviewAcutePlan");
        complete(acute, "UserTask_ReviewAcutePlan", "decision", "OTHER_MEASURE");

        assertThat(acute)
                .isEnded()
                .hasPassed("EndEvent_OtherMeasureInForce")
                .hasNotPassed("IntermediateCatchEvent_AcuteReviewDue", "ServiceTask_RecordPlacement");
    }

    @Test
    void recordsThePlacementWhenTheReviewFindsTheChildPlaced() {
        var acute = acutePlanInForce();

        message("AcutePlanReviewRequested");
        complete(acute, "UserTask_ReviewAcutePlan", "decision", "CHILD_PLACED");
        run(acute, "ServiceTask_RecordPlacement");

        assertThat(acute).isEnded().hasPassed("EndEvent_ChildPlaced").hasNotPassed("UserTask_ArrangePlacement");
        assertThat(calledDelegates()).containsExactly("recordPlacementDelegate");
    }

    @Test
    void dropsTheReviewWhenTheLastingPlanComesIntoForceMeanwhile() {
        var acute = acutePlanInForce();
        run(acute, "IntermediateCatchEvent_AcuteReviewDue");

        message("LastingPlanInForce");

        assertThat(acute)
                .isEnded()
                .hasPassed("EndEvent_LastingPlanInForceDuringReview")
                .hasNotPassed("Gateway_AcutePlanNeeded", "EndEvent_LastingPlanInForce");
    }

    private ProcessInstance acutePlanInForce() {
        var acute = start();
        complete(acute, "UserTask_AssessImmediateSafety", "assessment", "ACUTE_PLAN_SUFFICIENT");
        complete(acute, "UserTask_AgreeAcutePlan");
        run(acute, "UserTask_AgreeAcutePlan");
        return acute;
    }
}
