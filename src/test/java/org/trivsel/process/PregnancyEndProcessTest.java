package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PregnancyEndProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("pregnancy-end");

    PregnancyEndProcessTest() {
        super("pregnancy-end");
    }

    @Test
    void endsTheCaseWhenThereIsNoOtherChild() {
        var loss = startCalled();

        complete(loss, "UserTask_RegisterPregnancyEnd", "otherChild", false);

        assertThat(loss).isEnded().hasNotPassed("EndEvent_CaseGoesOn");
        assertCallerCaught(PREGNANCY_ENDED);
    }

    @Test
    void goesOnForAnotherChild() {
        var loss = startCalled();

        complete(loss, "UserTask_RegisterPregnancyEnd", "otherChild", true);

        assertThat(loss).isEnded().hasPassed("EndEvent_CaseGoesOn").hasNotPassed("EndEvent_CaseToEnd");
    }
}
