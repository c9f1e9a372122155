package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatutoryFollowUpProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("statutory-follow-up");

    StatutoryFollowUpProcessTest() {
        super("statutory-follow-up");
    }

    @Test
    void waitsForTheDanishFollowUp() {
        var followUp = start("mode", "DK_SUPPORT_CONSENT");

        assertWaitsOnlyAt(followUp, "IntermediateCatchEvent_DanishFollowUpNear");
        assertThat(followUp).hasNotPassed("UserTask_HoldStatutoryFollowUp");
    }

    @Test
    void comesBackToTheNextFollowUpAsLongAsTheMeasureGoesOn() {
        var followUp = start("mode", "DK_SUPPORT_CONSENT");

        run(followUp, "IntermediateCatchEvent_DanishFollowUpNear");
        complete(followUp, "UserTask_HoldStatutoryFollowUp", "adjust", "ADJUST");

        assertWaitsOnlyAt(followUp, "IntermediateCatchEvent_DanishFollowUpNear");
        assertThat(followUp).hasNotPassed("EndEvent_MeasureStops", "IntermediateCatchEvent_LvuFollowUpNear");
    }

    @Test
    void endsWhenTheMeasureStops() {
        var followUp = start("mode", "SE_LVU");

        assertWaitsOnlyAt(followUp, "IntermediateCatchEvent_LvuFollowUpNear");
        run(followUp, "IntermediateCatchEvent_LvuFollowUpNear");
        complete(followUp, "UserTask_HoldStatutoryFollowUp", "adjust", "STOP");

        assertThat(followUp)
                .isEnded()
                .hasPassed("EndEvent_MeasureStops")
                .hasNotPassed("IntermediateCatchEvent_DanishFollowUpNear");
    }

    @Test
    void endsAtOnceWhenNoLawAsksForFollowUp() {
        var followUp = start("mode", "SE_VOLUNTARY");

        assertThat(followUp)
                .isEnded()
                .hasPassed("EndEvent_NoStatutoryFollowUp")
                .hasNotPassed("UserTask_HoldStatutoryFollowUp");
    }
}
