package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AdviceCallProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("advice-call");

    AdviceCallProcessTest() {
        super("advice-call");
    }

    @Test
    void endsWithAdviceGivenWhenAdviceWasAllThatWasNeeded() {
        var call = start("result", "ADVICE_ONLY", "adviceRef", "A-0001");

        assertThat(call).isEnded().hasPassed("EndEvent_AdviceGiven").hasNotPassed("UserTask_CallBackEnquirer");
    }

    @Test
    void waitsUntilTheEnquirerIsCalledBack() {
        var call = start("result", "CALL_AGAIN", "adviceRef", "A-0001");

        assertWaitsOnlyAt(call, "UserTask_CallBackEnquirer");
        assertThat(call).hasNotPassed("EndEvent_AdviceGiven");

        complete(call, "UserTask_CallBackEnquirer");

        assertThat(call).isEnded().hasPassed("EndEvent_CalledBack");
    }

    @Test
    void endsWhenAReferralIsExpected() {
        var call = start("result", "REFERRAL_EXPECTED", "adviceRef", "A-0001");

        assertThat(call).isEnded().hasPassed("EndEvent_ReferralExpected").hasNotPassed("EndEvent_AdviceGiven");
    }

    @Test
    void endsWhenTheFamilyIsOutsideTheTargetGroup() {
        var call = start("result", "OUTSIDE_TARGET_GROUP", "adviceRef", "A-0001");

        assertThat(call).isEnded().hasPassed("EndEvent_OutsideTargetGroup").hasNotPassed("EndEvent_AdviceGiven");
    }
}
