package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ControlVisitProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("control-visit");

    ControlVisitProcessTest() {
        super("control-visit");
    }

    @Test
    void waitsForTheVisit() {
        var visit = start();

        assertWaitsOnlyAt(visit, "UserTask_MakeControlVisit");
        assertThat(visit).hasNotPassed("EndEvent_VisitMade");
    }

    @Test
    void endsQuietlyWhenThePlanWorked() {
        var visit = start();

        complete(visit, "UserTask_MakeControlVisit", "deviation", false);

        assertThat(visit)
                .isEnded()
                .hasPassed("EndEvent_VisitMade")
                .hasNotPassed("IntermediateThrowEvent_DeviationReported", "EndEvent_DeviationReported");
        assertThat(calledDelegates()).isEmpty();
    }

    @Test
    void reportsADeviationInATransactionOfItsOwnWhenThePlanFailed() {
        var visit = start();

        complete(visit, "UserTask_MakeControlVisit", "deviation", true);

        assertThat(visit).isNotEnded().hasNotPassed("IntermediateThrowEvent_DeviationReported");
        assertThat(calledDelegates()).isEmpty();

        run(visit, "IntermediateThrowEvent_DeviationReported");

        assertThat(visit).isEnded().hasPassed("EndEvent_DeviationReported").hasNotPassed("EndEvent_VisitMade");
        assertThat(calledDelegates()).containsExactly("reportDeviationDelegate");
    }
}
