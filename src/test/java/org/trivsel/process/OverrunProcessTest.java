package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OverrunProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("overrun");

    OverrunProcessTest() {
        super("overrun");
    }

    @Test
    void asksAgainOnTheNewDate() {
        var overrun = startCalled();

        complete(overrun, "UserTask_DecideOverrun", "decision", "EXTEND");
        assertWaitsOnlyAt(overrun, "IntermediateCatchEvent_NewDateReached");
        run(overrun, "IntermediateCatchEvent_NewDateReached");

        assertWaitsOnlyAt(overrun, "UserTask_DecideOverrun");
    }

    @Test
    void endsWhenItIsDoneWithinDays() {
        var overrun = startCalled();

        complete(overrun, "UserTask_DecideOverrun", "decision", "ON_TIME");

        assertThat(overrun).isEnded().hasPassed("EndEvent_DoneWithinDays").hasNotPassed("EndEvent_NoPlanInTime");
    }

    @Test
    void endsTheWorkWhenNoPlanIsPossible() {
        var overrun = startCalled();

        complete(overrun, "UserTask_DecideOverrun", "decision", "NO_PLAN");

        assertThat(overrun).isEnded();
        assertCallerCaught(NO_PLAN_POSSIBLE);
    }
}
