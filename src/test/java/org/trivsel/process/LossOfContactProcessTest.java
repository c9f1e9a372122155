package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LossOfContactProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("loss-of-contact");

    LossOfContactProcessTest() {
        super("loss-of-contact");
    }

    @Test
    void seeksContactAndLooksAtTheChildsSafetyAtOnce() {
        var loss = startCalled();

        complete(loss, "UserTask_RegisterMissedContacts");

        assertWaitsOnlyAt(loss, "UserTask_InformOfLostContact", "UserTask_SeekContact");
        assertThat(loss).hasNotPassed("UserTask_DecideOnContact");
    }

    @Test
    void goesOnWhenTheContactIsRestored() {
        var loss = sought();

        complete(loss, "UserTask_DecideOnContact", "decision", "RESTORED");

        assertThat(loss).isEnded().hasPassed("EndEvent_ContactThere").hasNotPassed("EndEvent_NoCooperation");
    }

    @Test
    void endsTheWorkWithoutCooperation() {
        var loss = sought();

        complete(loss, "UserTask_DecideOnContact", "decision", "NO_COOPERATION");

        assertThat(loss).isEnded();
        assertCallerCaught(NO_PLAN_POSSIBLE);
    }

    private ProcessInstance sought() {
        var loss = startCalled();
        complete(loss, "UserTask_RegisterMissedContacts");
        complete(loss, "UserTask_InformOfLostContact");
        run(loss, "UserTask_InformOfLostContact");
        complete(loss, "UserTask_SeekContact");
        run(loss, "UserTask_SeekContact");
        runAll(loss, "Gateway_ContactSought");
        return loss;
    }
}
