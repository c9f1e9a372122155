package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoPlanPossibleProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("no-plan-possible");

    NoPlanPossibleProcessTest() {
        super("no-plan-possible");
    }

    @Test
    void waitsForTheManagersDecision() {
        var noPlan = start();

        complete(noPlan, "UserTask_ReportNoPlan");

        assertWaitsOnlyAt(noPlan, "UserTask_DecideAfterNoPlan");
        assertThat(noPlan).hasNotPassed("ServiceTask_RecordPlacement");
    }

    @Test
    void endsWithoutPlacementWhenTheManagerDecidesOtherwise() {
        var noPlan = start();

        complete(noPlan, "UserTask_ReportNoPlan");
        complete(noPlan, "UserTask_DecideAfterNoPlan", "decision", "RETRY");

        assertThat(noPlan)
                .isEnded()
                .hasPassed("EndEvent_DecidedOtherwise")
                .hasNotPassed("UserTask_ExplainPlacementToChild", "ServiceTask_RecordPlacement");
        assertThat(calledDelegates()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLACEMENT_CONSENT", "PLACEMENT_COMPULSORY"})
    void explainsThePlacementToTheChildBeforeItIsRecorded(String decision) {
        var noPlan = start();

        complete(noPlan, "UserTask_ReportNoPlan");
        complete(noPlan, "UserTask_DecideAfterNoPlan", "decision", decision);
        complete(noPlan, "UserTask_ExplainPlacementToChild");

        assertThat(calledDelegates()).isEmpty();

        run(noPlan, "ServiceTask_RecordPlacement");

        assertThat(noPlan).isEnded().hasPassed("EndEvent_ChildPlaced").hasNotPassed("EndEvent_DecidedOtherwise");
        assertThat(calledDelegates()).containsExactly("recordPlacementDelegate");
    }
}
