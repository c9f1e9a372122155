package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StaffAbsenceProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("staff-absence");

    StaffAbsenceProcessTest() {
        super("staff-absence");
    }

    @Test
    void endsWhenItIsDecided() {
        var event = start();
        assertWaitsOnlyAt(event, "UserTask_ArrangeCover");

        complete(event, "UserTask_ArrangeCover");

        assertThat(event).isEnded().hasPassed("EndEvent_CoverArranged");
    }
}
