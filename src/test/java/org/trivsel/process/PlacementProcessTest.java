package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlacementProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("placement");

    PlacementProcessTest() {
        super("placement");
    }

    @Test
    void preparesTheReturnHome() {
        var placement = explained();

        complete(placement, "UserTask_DecideAfterPlacement", "decision", "TOWARDS_HOME");
        run(placement, "ServiceTask_PrepareReturn");

        assertThat(placement).isEnded().hasPassed("EndEvent_ReturnPrepared").hasNotPassed("EndEvent_NoReturnPossible");
        assertThat(calledDelegates()).containsExactly("prepareReturnDelegate");
    }

    @Test
    void endsTheWorkWhenNoReturnIsPossible() {
        var placement = explained();

        complete(placement, "UserTask_DecideAfterPlacement", "decision", "NO_PLAN");

        assertThat(placement).isEnded().hasNotPassed("ServiceTask_PrepareReturn");
        assertCallerCaught(NO_PLAN_POSSIBLE);
    }

    private ProcessInstance explained() {
        var placement = startCalled();
        assertWaitsOnlyAt(placement, "UserTask_ExplainPlacementToChild");
        complete(placement, "UserTask_ExplainPlacementToChild");
        run(placement, "UserTask_ExplainPlacementToChild");
        return placement;
    }
}
