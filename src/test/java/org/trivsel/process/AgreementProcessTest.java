package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AgreementProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("agreement");

    AgreementProcessTest() {
        super("agreement");
    }

    @Test
    void waitsForWhoTookItOn() {
        var agreement = start("agreement", "A1");

        assertWaitsOnlyAt(agreement, "UserTask_KeepAgreement");
        assertThat(agreement).hasNotPassed("EndEvent_AgreementKept");
    }

    @Test
    void endsWhenItIsKept() {
        var agreement = start("agreement", "A1");

        complete(agreement, "UserTask_KeepAgreement");

        assertThat(agreement).isEnded().hasPassed("EndEvent_AgreementKept");
    }
}
