package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SparringProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("sparring");

    SparringProcessTest() {
        super("sparring");
    }

    @Test
    void comesBackForTheNextTalkAsLongAsThePartiesWorkConstructively() {
        var sparring = startCalled();

        complete(sparring, "UserTask_HoldSparring", "constructive", "PARTLY");

        assertWaitsOnlyAt(sparring, "UserTask_HoldSparring");
        assertThat(sparring).hasNotPassed("UserTask_DecideOnCooperation");

        complete(sparring, "UserTask_HoldSparring", "constructive", "YES");

        assertWaitsOnlyAt(sparring, "UserTask_HoldSparring");
        assertThat(sparring).isNotEnded();
    }

    @Test
    void asksTheCaseworkerWhenThePartiesDoNotWorkConstructively() {
        var sparring = startCalled();

        complete(sparring, "UserTask_HoldSparring", "constructive", "NO");

        assertWaitsOnlyAt(sparring, "UserTask_DecideOnCooperation");

        complete(sparring, "UserTask_DecideOnCooperation", "decision", "CONTINUE");

        assertWaitsOnlyAt(sparring, "UserTask_HoldSparring");
        assertThat(sparring).hasNotPassed("EndEvent_NoPlanPossible");
    }

    @Test
    void endsWithAnErrorWhenNoPlanIsPossible() {
        var sparring = startCalled();

        complete(sparring, "UserTask_HoldSparring", "constructive", "NO");
        complete(sparring, "UserTask_DecideOnCooperation", "decision", "NO_PLAN_POSSIBLE");

        assertCallerCaught(NO_PLAN_POSSIBLE);
        assertThat(sparring).isEnded().hasPassed("EndEvent_NoPlanPossible");
    }
}
