package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FamilyMoveProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("family-move");

    FamilyMoveProcessTest() {
        super("family-move");
    }

    @Test
    void transfersTheCaseWhenTheOtherMunicipalityTakesOver() {
        var move = sent();

        complete(move, "UserTask_ConfirmReceipt", "decision", "TRANSFERRED");
        complete(move, "UserTask_HoldWarmHandOver");

        assertThat(move).isEnded().hasPassed("EndEvent_CaseTransferred").hasNotPassed("UserTask_CallNewMunicipality");
        assertCallerCaught(CASE_TRANSFERRED);
    }

    @Test
    void keepsTheCaseWhenItDoesNot() {
        var move = sent();

        complete(move, "UserTask_ConfirmReceipt", "decision", "STAYS");

        assertThat(move).isEnded().hasPassed("EndEvent_CaseStays").hasNotPassed("UserTask_HoldWarmHandOver");
    }

    @Test
    void callsWhenNobodyConfirms() {
        var move = sent();

        run(move, "BoundaryEvent_ReceiptMissing");
        complete(move, "UserTask_CallNewMunicipality");

        assertWaitsOnlyAt(move, "UserTask_ConfirmReceipt");
        assertThat(move).hasPassed("EndEvent_MunicipalityCalled");
    }

    private ProcessInstance sent() {
        var move = startCalled();
        complete(move, "UserTask_RegisterMove");
        run(move, "UserTask_RegisterMove");
        complete(move, "UserTask_SendTransferPackage");
        run(move, "UserTask_SendTransferPackage");
        return move;
    }
}
