package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GoalSettingProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("goal-setting");

    GoalSettingProcessTest() {
        super("goal-setting");
    }

    @Test
    void waitsForTheCaseworkersApproval() {
        var goals = start();

        complete(goals, "UserTask_WriteDangerStatements");

        assertWaitsOnlyAt(goals, "UserTask_ApproveGoals");
        assertThat(goals).hasNotPassed("EndEvent_GoalsApproved");
    }

    @Test
    void endsWhenTheCaseworkerApproves() {
        var goals = start();

        complete(goals, "UserTask_WriteDangerStatements");
        complete(goals, "UserTask_ApproveGoals", "decision", "APPROVE");

        assertThat(goals).isEnded().hasPassed("EndEvent_GoalsApproved");
    }

    @Test
    void goesBackToTheConsultantWhenTheCaseworkerReturnsTheGoals() {
        var goals = start();

        complete(goals, "UserTask_WriteDangerStatements");
        complete(goals, "UserTask_ApproveGoals", "decision", "RETURN");

        assertWaitsOnlyAt(goals, "UserTask_WriteDangerStatements");
        assertThat(goals).hasNotPassed("EndEvent_GoalsApproved");

        complete(goals, "UserTask_WriteDangerStatements");
        complete(goals, "UserTask_ApproveGoals", "decision", "APPROVE");

        assertThat(goals).isEnded();
    }
}
