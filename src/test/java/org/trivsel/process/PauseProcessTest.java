package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PauseProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("pause");

    PauseProcessTest() {
        super("pause");
    }

    @Test
    void endsOnTheAgreedDate() {
        var pause = paused();

        run(pause, "IntermediateCatchEvent_PauseOver");

        assertThat(pause).isEnded().hasPassed("EndEvent_WorkGoesOn").hasNotPassed("IntermediateCatchEvent_PauseEnded");
    }

    @Test
    void endsEarlyWhenSomebodySaysSo() {
        var pause = paused();

        message("PauseEnded");

        assertThat(pause).isEnded().hasPassed("IntermediateCatchEvent_PauseEnded", "EndEvent_WorkGoesOn");
        assertThat(pause).hasNotPassed("IntermediateCatchEvent_PauseOver");
    }

    private ProcessInstance paused() {
        var pause = start();
        complete(pause, "UserTask_RegisterPause");
        assertWaitsOnlyAt(pause, "Gateway_PauseEndsHow");
        return pause;
    }
}
