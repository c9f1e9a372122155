package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NewNotificationProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("new-notification");

    NewNotificationProcessTest() {
        super("new-notification");
    }

    @Test
    void endsWhenThePlanCoversIt() {
        var notification = registered();

        complete(notification, "UserTask_AssessNotification", "assessment", "KNOWN");

        assertThat(notification).isEnded().hasPassed("EndEvent_NotificationAssessed");
        assertThat(calledDelegates()).isEmpty();
    }

    @Test
    void looksAtTheGoalsAgainAfterANewWorry() {
        var notification = registered();

        complete(notification, "UserTask_AssessNotification", "assessment", "NEW_CONCERN");
        run(notification, "IntermediateThrowEvent_NewWorryFound");

        assertThat(notification).isEnded();
        assertThat(calledDelegates()).containsExactly("proposeGoalsRevisionDelegate");
    }

    @Test
    void raisesTheAlarmWhenItIsAcute() {
        var notification = registered();

        complete(notification, "UserTask_AssessNotification", "assessment", "ACUTE");
        run(notification, "IntermediateThrowEvent_DangerFound");

        assertThat(notification).isEnded();
        assertThat(calledDelegates()).containsExactly("raiseAcuteDangerDelegate");
    }

    private ProcessInstance registered() {
        var notification = start();
        complete(notification, "UserTask_RegisterNotification", "assessor", "mads");
        run(notification, "UserTask_RegisterNotification");
        return notification;
    }
}
