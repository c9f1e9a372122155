package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StartUpProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("start-up");

    StartUpProcessTest() {
        super("start-up");
    }

    @Test
    void readsNothingBeforehandInDenmark() {
        var startUp = start("mode", "DK_SUPPORT_CONSENT");

        assertWaitsOnlyAt(startUp, "UserTask_HoldCommissionerMeeting");
        assertThat(startUp).hasNotPassed("UserTask_ReadEarlierMaterial");
    }

    @Test
    void mayReadMaterialInsideTheCommissionInSweden() {
        var startUp = start("mode", "SE_VOLUNTARY");

        assertWaitsOnlyAt(startUp, "UserTask_ReadEarlierMaterial");

        complete(startUp, "UserTask_ReadEarlierMaterial");

        assertWaitsOnlyAt(startUp, "UserTask_HoldCommissionerMeeting");
    }

    @Test
    void asksEveryCustodyHolderForConsent() {
        var startUp = parentsHaveBeenAsked();

        complete(startUp, "UserTask_RecordParentsAnswer", "answer", "ACCEPT");

        assertThat(tasks(startUp, "UserTask_RecordConsent")).hasSize(2);

        complete(startUp, "UserTask_RecordConsent");

        assertWaitsOnlyAt(startUp, "UserTask_RecordConsent");
        assertThat(jobs(startUp, "ServiceTask_CheckConsent")).isZero();
    }

    @Test
    void endsWithConsentWhenAllConsentAndAreWilling() {
        onDelegate("checkConsentDelegate", execution -> execution.setVariable("consentComplete", true));
        var startUp = parentsHaveBeenAsked();

        complete(startUp, "UserTask_RecordParentsAnswer", "answer", "ACCEPT");
        complete(startUp, "UserTask_RecordConsent");
        complete(startUp, "UserTask_RecordConsent");
        run(startUp, "ServiceTask_CheckConsent");

        assertThat(startUp)
                .isEnded()
                .hasPassed("EndEvent_ConsentGiven")
                .hasNotPassed("UserTask_DecideOtherMeasure", "EndEvent_ParentsDeclined");
        assertThat(calledDelegates()).containsExactly("checkConsentDelegate");
    }

    @Test
    void asksTheCaseworkerWhenAConsentIsMissing() {
        onDelegate("checkConsentDelegate", execution -> execution.setVariable("consentComplete", false));
        var startUp = parentsHaveBeenAsked();

        complete(startUp, "UserTask_RecordParentsAnswer", "answer", "ACCEPT");
        complete(startUp, "UserTask_RecordConsent");
        complete(startUp, "UserTask_RecordConsent");
        run(startUp, "ServiceTask_CheckConsent");

        assertWaitsOnlyAt(startUp, "UserTask_DecideOtherMeasure");
        assertThat(startUp).hasNotPassed("EndEvent_ConsentGiven");

        complete(startUp, "UserTask_DecideOtherMeasure", "decision", "ASK_AGAIN");

        assertWaitsOnlyAt(startUp, "UserTask_RecordParentsAnswer");
    }

    @Test
    void givesTheParentsTimeToThink() {
        var startUp = parentsHaveBeenAsked();

        complete(startUp, "UserTask_RecordParentsAnswer", "answer", "PENDING");

        assertWaitsOnlyAt(startUp, "UserTask_RecordParentsAnswer");
        assertThat(startUp).hasNotPassed("UserTask_RecordConsent", "UserTask_DecideOtherMeasure");
    }

    @Test
    void endsWhenTheParentsDecline() {
        var startUp = parentsHaveBeenAsked();

        complete(startUp, "UserTask_RecordParentsAnswer", "answer", "DECLINE");
        complete(startUp, "UserTask_DecideOtherMeasure", "decision", "END");

        assertThat(startUp)
                .isEnded()
                .hasPassed("EndEvent_ParentsDeclined")
                .hasNotPassed("UserTask_RecordConsent", "EndEvent_ConsentGiven");
        assertThat(calledDelegates()).isEmpty();
    }

    private ProcessInstance parentsHaveBeenAsked() {
        var startUp = start();
        complete(startUp, "UserTask_HoldCommissionerMeeting");
        complete(startUp, "UserTask_HoldFamilyMeeting");
        return startUp;
    }
}
