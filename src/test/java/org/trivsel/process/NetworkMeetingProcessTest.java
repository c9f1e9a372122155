package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NetworkMeetingProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("network-meeting");

    NetworkMeetingProcessTest() {
        super("network-meeting");
    }

    @Test
    void waitsForTheMeetingAndThenForItsMinutes() {
        var meeting = start();

        assertWaitsOnlyAt(meeting, "UserTask_HoldNetworkMeeting");

        hold(meeting, false);

        assertWaitsOnlyAt(meeting, "UserTask_SendMinutes");
        assertThat(meeting).hasNotPassed("EndEvent_MeetingHeld");
    }

    @Test
    void endsWhenThePlanStaysAsItIs() {
        var meeting = start();

        hold(meeting, false);
        complete(meeting, "UserTask_SendMinutes");

        assertThat(meeting)
                .isEnded()
                .hasPassed("EndEvent_MeetingHeld")
                .hasNotPassed("IntermediateThrowEvent_PlanAmendmentProposed");
        assertThat(calledDelegates()).containsExactly("announceAgreementsDelegate");
    }

    @Test
    void proposesAnAmendmentWhenThePlanIsToBeAdjusted() {
        var meeting = start();

        hold(meeting, true);
        complete(meeting, "UserTask_SendMinutes");
        run(meeting, "IntermediateThrowEvent_PlanAmendmentProposed");

        assertThat(meeting).isEnded().hasPassed("EndEvent_PlanToBeAdjusted").hasNotPassed("EndEvent_MeetingHeld");
        assertThat(calledDelegates()).containsExactly("announceAgreementsDelegate", "proposePlanAmendmentDelegate");
    }

    private void hold(ProcessInstance meeting, boolean planChangeNeeded) {
        complete(meeting, "UserTask_HoldNetworkMeeting", "planChangeNeeded", planChangeNeeded);
        run(meeting, "IntermediateThrowEvent_AgreementsMade");
    }
}
