package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChangeOfWorkerProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("change-of-worker");

    ChangeOfWorkerProcessTest() {
        super("change-of-worker");
    }

    @Test
    void handsOverWhenTheReceiverAccepts() {
        var change = written();

        complete(change, "UserTask_AcceptHandOver", "decision", "ACCEPT");
        run(change, "ServiceTask_ReassignCase");
        assertThat(calledDelegates()).containsExactly("reassignCaseDelegate");
        complete(change, "UserTask_IntroduceNewWorker");

        assertThat(change).isEnded().hasPassed("EndEvent_CaseHandedOver");
    }

    @Test
    void changesNothingWhileTheReceiverAsksForMore() {
        var change = written();

        complete(change, "UserTask_AcceptHandOver", "decision", "ASK_MORE");

        assertWaitsOnlyAt(change, "UserTask_WriteHandOver");
        assertThat(calledDelegates()).isEmpty();
    }

    private ProcessInstance written() {
        var change = start();
        complete(change, "UserTask_DecideChangeOfWorker");
        run(change, "UserTask_DecideChangeOfWorker");
        complete(change, "UserTask_WriteHandOver");
        run(change, "UserTask_WriteHandOver");
        return change;
    }
}
