package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentWithdrawalProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("consent-withdrawal");

    ConsentWithdrawalProcessTest() {
        super("consent-withdrawal");
    }

    @Test
    void looksAtTheChildsSafetyAndTalksWithTheParentsAtOnce() {
        var withdrawal = startCalled();

        complete(withdrawal, "UserTask_RegisterWithdrawal");

        assertWaitsOnlyAt(withdrawal, "UserTask_AssessSafetyWithoutPlan", "UserTask_HoldWithdrawalTalk");
        assertThat(withdrawal).hasNotPassed("UserTask_DecideAfterWithdrawal");
    }

    @Test
    void decidesOnlyWhenBothAreDone() {
        var withdrawal = startCalled();
        complete(withdrawal, "UserTask_RegisterWithdrawal");

        complete(withdrawal, "UserTask_AssessSafetyWithoutPlan");
        run(withdrawal, "UserTask_AssessSafetyWithoutPlan");
        run(withdrawal, "Gateway_WithdrawalTalkedOver");

        assertThat(withdrawal)
                .isWaitingAt("UserTask_HoldWithdrawalTalk")
                .hasNotPassed("UserTask_DecideAfterWithdrawal");
    }

    @Test
    void resumesWithANewConsentOfEveryCustodyHolder() {
        onDelegate("checkConsentDelegate", execution -> execution.setVariable("consentComplete", true));
        var withdrawal = talkedOver();

        complete(withdrawal, "UserTask_DecideAfterWithdrawal", "decision", "RESUME");
        complete(withdrawal, "UserTask_RecordConsent");
        assertThat(withdrawal).isWaitingAt("UserTask_RecordConsent").hasNotPassed("EndEvent_WorkResumed");
        complete(withdrawal, "UserTask_RecordConsent");
        run(withdrawal, "ServiceTask_CheckConsent");

        assertThat(withdrawal).isEnded().hasPassed("EndEvent_WorkResumed").hasNotPassed("EndEvent_WorkEnded");
    }

    @Test
    void doesNotResumeWithoutANewConsent() {
        onDelegate("checkConsentDelegate", execution -> execution.setVariable("consentComplete", false));
        var withdrawal = talkedOver();

        complete(withdrawal, "UserTask_DecideAfterWithdrawal", "decision", "RESUME");
        complete(withdrawal, "UserTask_RecordConsent");
        complete(withdrawal, "UserTask_RecordConsent");
        run(withdrawal, "ServiceTask_CheckConsent");

        assertWaitsOnlyAt(withdrawal, "UserTask_DecideAfterWithdrawal");
        assertThat(withdrawal).hasNotPassed("EndEvent_WorkResumed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLOSE", "OTHER_SUPPORT"})
    void endsTheWork(String decision) {
        var withdrawal = talkedOver();

        complete(withdrawal, "UserTask_DecideAfterWithdrawal", "decision", decision);

        assertThat(withdrawal).isEnded().hasPassed("EndEvent_WorkEnded").hasNotPassed("UserTask_RecordConsent");
        assertCallerCaught(CONSENT_WITHDRAWN);
    }

    @Test
    void asksForADecisionOnPlacement() {
        var withdrawal = talkedOver();

        complete(withdrawal, "UserTask_DecideAfterWithdrawal", "decision", "PLACEMENT");

        assertThat(withdrawal).isEnded().hasPassed("EndEvent_PlacementNeeded");
        assertCallerCaught(NO_PLAN_POSSIBLE);
    }

    private ProcessInstance talkedOver() {
        var withdrawal = startCalled();
        complete(withdrawal, "UserTask_RegisterWithdrawal");
        complete(withdrawal, "UserTask_AssessSafetyWithoutPlan");
        run(withdrawal, "UserTask_AssessSafetyWithoutPlan");
        complete(withdrawal, "UserTask_HoldWithdrawalTalk");
        run(withdrawal, "UserTask_HoldWithdrawalTalk");
        runAll(withdrawal, "Gateway_WithdrawalTalkedOver");
        return withdrawal;
    }
}
