package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SafetyWorkProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("safety-work");

    SafetyWorkProcessTest() {
        super("safety-work");
    }

    @Test
    void agreesTheTimelineBeforeAnythingElse() {
        var work = start();

        assertWaitsOnlyAt(work, "UserTask_HoldSafetyWorkStartup");
        complete(work, "UserTask_HoldSafetyWorkStartup");
        assertWaitsOnlyAt(work, "UserTask_AgreeTimeline");
        complete(work, "UserTask_AgreeTimeline");

        assertThat(work).isNotEnded().hasNotPassed("Gateway_SafetyWorkFork");
    }

    @Test
    void preparesEverybodyAndThePlanAtOnce() {
        var work = timelineAgreed("STANDARD");

        assertWaitsOnlyAt(
                work,
                "UserTask_ExploreStrengths",
                "UserTask_HoldInDepthTalk",
                "UserTask_PrepareNetworkMember",
                "UserTask_DraftWordsAndPictures",
                "CallActivity_PlanMeeting");
        assertThat(tasks(work, "UserTask_HoldInDepthTalk")).hasSize(2);
        assertThat(tasks(work, "UserTask_PrepareNetworkMember")).hasSize(3);
    }

    @Test
    void draftsTheExplanationAgainWhenTheCaseworkerReturnsIt() {
        var work = timelineAgreed("STANDARD");

        complete(work, "UserTask_DraftWordsAndPictures");
        complete(work, "UserTask_WorkThroughWordsAndPictures");
        complete(work, "UserTask_ApproveWordsAndPictures", "decision", "RETURN");

        assertThat(work)
                .isWaitingAt("UserTask_DraftWordsAndPictures")
                .hasNotPassed("UserTask_PresentWordsAndPicturesToChild", "UserTask_PresentWordsAndPicturesToNetwork");
    }

    @Test
    void presentsTheExplanationToTheNetworkOnlyWhenTheChildIsNotBornYet() {
        var work = timelineAgreed("UNBORN");

        explanationApproved(work);

        assertThat(work)
                .isWaitingAt("UserTask_PresentWordsAndPicturesToNetwork")
                .hasNotPassed("UserTask_PresentWordsAndPicturesToChild");
    }

    @Test
    void sendsThePlanBackWhenTheCaseworkerDoesNotRecommendIt() {
        var work = timelineAgreed("STANDARD");
        planSubmitted(work);

        complete(work, "UserTask_RecommendSafetyPlan", "recommendation", "RETURN");

        assertThat(work).isWaitingAt("UserTask_SubmitSafetyPlan").hasNotPassed("UserTask_ApproveSafetyPlan");
    }

    @Test
    void sendsThePlanBackWhenTheManagerReturnsIt() {
        var work = timelineAgreed("STANDARD");
        planSubmitted(work);

        complete(work, "UserTask_RecommendSafetyPlan", "recommendation", "APPROVE");
        complete(work, "UserTask_ApproveSafetyPlan", "decision", "RETURN");

        assertThat(work)
                .isWaitingAt("UserTask_SubmitSafetyPlan")
                .hasNotPassed("EndEvent_PlanRejected", "UserTask_CompleteWordsAndPictures");
    }

    @Test
    void endsWithAnErrorWhenTheManagerRejectsThePlan() {
        var work = timelineAgreed("STANDARD");
        planSubmitted(work);

        complete(work, "UserTask_RecommendSafetyPlan", "recommendation", "APPROVE");
        complete(work, "UserTask_ApproveSafetyPlan", "decision", "REJECT");

        assertCallerCaught(NO_PLAN_POSSIBLE);
        assertThat(work).isEnded().hasPassed("EndEvent_PlanRejected").hasNotPassed("Gateway_SafetyWorkJoin");
    }

    @Test
    void asksTheManagerWhenThePlanIsOverdueAndGoesOnDrafting() {
        var work = timelineAgreed("STANDARD");
        endCalled(work, "CallActivity_PlanMeeting");

        run(work, "BoundaryEvent_PlanOverdue");
        assertThat(work).isWaitingAt("UserTask_SubmitSafetyPlan", "UserTask_DecideOverduePlan");
        complete(work, "UserTask_DecideOverduePlan", "decision", "EXTEND");

        assertThat(work)
                .isWaitingAt("UserTask_SubmitSafetyPlan")
                .hasPassed("EndEvent_PlanExtended")
                .hasNotPassed("EndEvent_NoPlanInTime");
    }

    @Test
    void endsWithAnErrorWhenTheManagerGivesAnOverduePlanUp() {
        var work = timelineAgreed("STANDARD");
        endCalled(work, "CallActivity_PlanMeeting");

        run(work, "BoundaryEvent_PlanOverdue");
        complete(work, "UserTask_DecideOverduePlan", "decision", "NO_PLAN_POSSIBLE");

        assertCallerCaught(NO_PLAN_POSSIBLE);
        assertThat(work).isEnded().hasPassed("EndEvent_NoPlanInTime").hasNotPassed("EndEvent_PlanExtended");
    }

    @Test
    void dropsTheQuestionOfAnOverduePlanOnceThePlanIsReady() {
        var work = timelineAgreed("STANDARD");
        endCalled(work, "CallActivity_PlanMeeting");
        run(work, "BoundaryEvent_PlanOverdue");
        complete(work, "UserTask_SubmitSafetyPlan");
        planDecided(work);
        otherSidesDone(work, "STANDARD");
        complete(work, "UserTask_CompleteWordsAndPictures");
        assertWaitsOnlyAt(work, "UserTask_PresentPlanToChild", "UserTask_DecideOverduePlan");

        complete(work, "UserTask_PresentPlanToChild");

        assertThat(work).isEnded().hasPassed("EndEvent_PlanReady").hasNotPassed("Gateway_OverduePlan");
    }

    @Test
    void waitsForEverySideBeforeTheApprovedPlanIsPresented() {
        var work = timelineAgreed("STANDARD");

        planApproved(work);
        runAll(work, "Gateway_SafetyWorkJoin");

        assertThat(work).isWaitingAt("UserTask_ExploreStrengths").hasNotPassed("UserTask_CompleteWordsAndPictures");
        assertThat(tasks(work, "UserTask_CompleteWordsAndPictures")).isEmpty();
    }

    @Test
    void presentsThePlanToAChildAtHome() {
        var work = everySideDone("STANDARD");

        complete(work, "UserTask_CompleteWordsAndPictures");
        complete(work, "UserTask_PresentPlanToChild");

        assertThat(work)
                .isEnded()
                .hasPassed("EndEvent_PlanReady")
                .hasNotPassed("IntermediateCatchEvent_BirthRegistered", "UserTask_DecideReturnHome");
    }

    @Test
    void waitsForTheBirthOfAnUnbornChild() {
        Mocks.register("people", new FixedPeople(true));
        var work = everySideDone("UNBORN");

        complete(work, "UserTask_CompleteWordsAndPictures");
        assertWaitsOnlyAt(work, "IntermediateCatchEvent_BirthRegistered");
        message("BirthRegistered");
        complete(work, "UserTask_PresentPlanToChild");

        assertThat(work).isEnded().hasPassed("EndEvent_PlanReady").hasNotPassed("UserTask_DecideReturnHome");
    }

    @Test
    void decidesTheReturnOfAPlacedChild() {
        var work = everySideDone("RETURN_HOME");

        complete(work, "UserTask_CompleteWordsAndPictures");
        assertWaitsOnlyAt(work, "UserTask_HoldContactStep");
        complete(work, "UserTask_HoldContactStep", "nextStep", "ONE_MORE");
        assertThat(work).hasNotPassed("UserTask_DecideReturnHome");
        complete(work, "UserTask_HoldContactStep", "nextStep", "READY");
        complete(work, "UserTask_DecideReturnHome");
        complete(work, "UserTask_PresentPlanToChild");

        assertThat(work)
                .isEnded()
                .hasPassed("EndEvent_PlanReady")
                .hasNotPassed("IntermediateCatchEvent_BirthRegistered");
    }

    @Test
    void letsTheManagerDecideOnASmallerNetworkBesideEverythingElse() {
        var work = start();

        message("NetworkOverrideRequested");

        assertWaitsOnlyAt(work, "UserTask_HoldSafetyWorkStartup", "UserTask_DecideNetworkSize");

        complete(work, "UserTask_DecideNetworkSize");

        assertWaitsOnlyAt(work, "UserTask_HoldSafetyWorkStartup");
        assertThat(work).hasPassed("EndEvent_NetworkSizeDecided");
    }

    @Test
    void looksAtTheNetworkBeforeTheDraftIsDue() {
        var work = timelineAgreed("STANDARD");
        endCalled(work, "CallActivity_PlanMeeting");

        run(work, "BoundaryEvent_DraftNearlyDue");
        run(work, "ServiceTask_CheckNetworkSize");

        assertThat(work).isWaitingAt("UserTask_SubmitSafetyPlan").hasPassed("EndEvent_NetworkChecked");
        assertThat(calledDelegates()).containsExactly("checkNetworkSizeDelegate");
    }

    private ProcessInstance timelineAgreed(String track) {
        var work = startCalled("track", track);
        complete(work, "UserTask_HoldSafetyWorkStartup");
        complete(work, "UserTask_AgreeTimeline");
        run(work, "UserTask_AgreeTimeline");
        return work;
    }

    private void explanationApproved(ProcessInstance work) {
        complete(work, "UserTask_DraftWordsAndPictures");
        complete(work, "UserTask_WorkThroughWordsAndPictures");
        complete(work, "UserTask_ApproveWordsAndPictures", "decision", "APPROVE");
    }

    private void planSubmitted(ProcessInstance work) {
        endCalled(work, "CallActivity_PlanMeeting");
        complete(work, "UserTask_SubmitSafetyPlan");
    }

    private void planApproved(ProcessInstance work) {
        planSubmitted(work);
        planDecided(work);
    }

    private void planDecided(ProcessInstance work) {
        complete(work, "UserTask_RecommendSafetyPlan", "recommendation", "APPROVE");
        complete(work, "UserTask_ApproveSafetyPlan", "decision", "APPROVE");
    }

    private ProcessInstance everySideDone(String track) {
        var work = timelineAgreed(track);
        planApproved(work);
        otherSidesDone(work, track);
        assertWaitsOnlyAt(work, "UserTask_CompleteWordsAndPictures");
        return work;
    }

    private void otherSidesDone(ProcessInstance work, String track) {
        complete(work, "UserTask_ExploreStrengths");
        for (int statement = 0; statement < 2; statement++) {
            complete(work, "UserTask_HoldInDepthTalk");
        }
        for (int member = 0; member < 3; member++) {
            complete(work, "UserTask_PrepareNetworkMember");
        }
        explanationApproved(work);
        if (!track.equals("UNBORN")) {
            complete(work, "UserTask_PresentWordsAndPicturesToChild");
        }
        complete(work, "UserTask_PresentWordsAndPicturesToNetwork");
        runAll(work, "Gateway_SafetyWorkJoin");
    }
}
