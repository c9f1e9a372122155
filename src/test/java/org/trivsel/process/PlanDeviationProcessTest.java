package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlanDeviationProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("plan-deviation");

    PlanDeviationProcessTest() {
        super("plan-deviation");
    }

    @Test
    void logsAPlanThatWorkedAsEvidence() {
        var deviation = start();

        complete(deviation, "UserTask_ReportDeviation", "triage", "EVIDENCE");

        assertThat(deviation)
                .isEnded()
                .hasPassed("EndEvent_LoggedAsEvidence")
                .hasNotPassed("IntermediateThrowEvent_NetworkCalled", "UserTask_CloseDeviation");
        assertThat(calledDelegates()).isEmpty();
    }

    @Test
    void callsTheNetworkTogetherAfterAMinorOne() {
        var deviation = start();

        complete(deviation, "UserTask_ReportDeviation", "triage", "MINOR");
        run(deviation, "IntermediateThrowEvent_NetworkCalled");
        complete(deviation, "UserTask_CloseDeviation");

        assertThat(deviation)
                .isEnded()
                .hasPassed("EndEvent_DeviationClosed")
                .hasNotPassed("UserTask_ReassessAfterDeviation", "IntermediateThrowEvent_AcuteDangerFound");
        assertThat(calledDelegates()).containsExactly("callNetworkMeetingDelegate");
    }

    @Test
    void letsTheCaseworkerReassessASeriousOneFirst() {
        var deviation = start();

        complete(deviation, "UserTask_ReportDeviation", "triage", "SERIOUS");
        assertWaitsOnlyAt(deviation, "UserTask_ReassessAfterDeviation");
        assertThat(calledDelegates()).isEmpty();
        complete(deviation, "UserTask_ReassessAfterDeviation");
        run(deviation, "UserTask_ReassessAfterDeviation");
        run(deviation, "IntermediateThrowEvent_NetworkCalled");

        assertWaitsOnlyAt(deviation, "UserTask_CloseDeviation");
        assertThat(calledDelegates()).containsExactly("callNetworkMeetingDelegate");
    }

    @Test
    void raisesTheAlarmForAnAcuteOneAndStaysOpen() {
        var deviation = start();

        complete(deviation, "UserTask_ReportDeviation", "triage", "ACUTE");
        run(deviation, "IntermediateThrowEvent_AcuteDangerFound");

        assertWaitsOnlyAt(deviation, "UserTask_CloseDeviation");
        assertThat(calledDelegates()).containsExactly("raiseAcuteDangerDelegate");
    }
}
