package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PoliceCaseProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("police-case");

    PoliceCaseProcessTest() {
        super("police-case");
    }

    @Test
    void endsWhenItIsDecided() {
        var event = start();
        assertWaitsOnlyAt(event, "UserTask_UpdatePoliceCase");

        complete(event, "UserTask_UpdatePoliceCase");

        assertThat(event).isEnded().hasPassed("EndEvent_PoliceCaseKnown");
    }
}
