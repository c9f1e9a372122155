package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParentsDisagreementProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("parents-disagreement");

    ParentsDisagreementProcessTest() {
        super("parents-disagreement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AGREED", "OWN_HOUSEHOLD"})
    void settlesTheDisagreement(String decision) {
        var disagreement = heard();

        complete(disagreement, "UserTask_AssessDisagreement", "decision", decision);

        assertThat(disagreement).isEnded().hasPassed("EndEvent_DisagreementSettled");
    }

    @Test
    void endsTheWorkWhenNoPlanIsPossible() {
        var disagreement = heard();

        complete(disagreement, "UserTask_AssessDisagreement", "decision", "NOT_POSSIBLE");

        assertThat(disagreement).isEnded().hasNotPassed("EndEvent_DisagreementSettled");
        assertCallerCaught(NO_PLAN_POSSIBLE);
    }

    private ProcessInstance heard() {
        var disagreement = startCalled();
        complete(disagreement, "UserTask_HoldSeparateTalks");
        run(disagreement, "UserTask_HoldSeparateTalks");
        return disagreement;
    }
}
