package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlanAmendmentProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("plan-amendment");

    PlanAmendmentProcessTest() {
        super("plan-amendment");
    }

    @Test
    void isApprovedByTheCaseworkerAsARule() {
        var amendment = start();

        complete(amendment, "UserTask_AmendSafetyPlan", "approvalLevel", "CASEWORKER");
        assertWaitsOnlyAt(amendment, "UserTask_ApproveAmendment");
        complete(amendment, "UserTask_ApproveAmendment", "decision", "APPROVE");

        assertThat(amendment).isEnded().hasPassed("EndEvent_PlanAmended").hasNotPassed("UserTask_ApproveRemoval");
    }

    @Test
    void isApprovedByTheManagerWhenARuleIsRemoved() {
        var amendment = start();

        complete(amendment, "UserTask_AmendSafetyPlan", "approvalLevel", "MANAGER");
        assertWaitsOnlyAt(amendment, "UserTask_ApproveRemoval");
        complete(amendment, "UserTask_ApproveRemoval", "decision", "APPROVE");

        assertThat(amendment).isEnded().hasPassed("EndEvent_PlanAmended").hasNotPassed("UserTask_ApproveAmendment");
    }

    @Test
    void needsNobodysApprovalForACorrection() {
        var amendment = start();

        complete(amendment, "UserTask_AmendSafetyPlan", "approvalLevel", "NONE");

        assertThat(amendment)
                .isEnded()
                .hasPassed("EndEvent_PlanAmended")
                .hasNotPassed("UserTask_ApproveAmendment", "UserTask_ApproveRemoval", "Gateway_AmendmentApproved");
    }

    @Test
    void endsAsACorrectionAfterAReturnedAmendment() {
        var amendment = start();

        complete(amendment, "UserTask_AmendSafetyPlan", "approvalLevel", "CASEWORKER");
        complete(amendment, "UserTask_ApproveAmendment", "decision", "RETURN");

        assertWaitsOnlyAt(amendment, "UserTask_AmendSafetyPlan");
        assertThat(amendment).hasNotPassed("EndEvent_PlanAmended");

        complete(amendment, "UserTask_AmendSafetyPlan", "approvalLevel", "NONE");

        assertThat(amendment).isEnded();
    }
}
