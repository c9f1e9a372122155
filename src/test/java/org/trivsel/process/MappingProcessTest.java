package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MappingProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("mapping");

    MappingProcessTest() {
        super("mapping");
    }

    @Test
    void worksOnAllSidesOfTheMappingAtOnce() {
        var mapping = start("readFiles", true);

        assertWaitsOnlyAt(
                mapping,
                "CallActivity_GoalSetting",
                "UserTask_TalkWithChild",
                "UserTask_MakeNetworkInventory",
                "UserTask_ReadEarlierMaterial");
        assertThat(tasks(mapping, "UserTask_TalkWithChild")).hasSize(2);
    }

    @Test
    void readsNoFilesWithoutTheParentsYes() {
        var mapping = start("readFiles", false);

        assertWaitsOnlyAt(
                mapping, "CallActivity_GoalSetting", "UserTask_TalkWithChild", "UserTask_MakeNetworkInventory");
        assertThat(mapping).hasNotPassed("UserTask_ReadEarlierMaterial");
    }

    @Test
    void holdsTheNetworkMeetingAfterTheInventoryOnly() {
        var mapping = start("readFiles", false);

        assertThat(mapping).isNotWaitingAt("CallActivity_NetworkMeeting");

        complete(mapping, "UserTask_MakeNetworkInventory");
        run(mapping, "UserTask_MakeNetworkInventory");

        assertThat(mapping).isWaitingAt("CallActivity_NetworkMeeting");
    }

    @Test
    void waitsForEverySideBeforeTheMappingIsCompiled() {
        var mapping = start("readFiles", true);

        endCalled(mapping, "CallActivity_GoalSetting");
        complete(mapping, "UserTask_TalkWithChild");
        complete(mapping, "UserTask_TalkWithChild");
        complete(mapping, "UserTask_ReadEarlierMaterial");
        runAll(mapping, "Gateway_MappingJoin");

        assertThat(mapping).isWaitingAt("UserTask_MakeNetworkInventory").hasNotPassed("Gateway_MappingJoin");
        assertThat(tasks(mapping, "UserTask_CompileMapping")).isEmpty();
    }

    @Test
    void endsWithTheNextStep() {
        var mapping = allSidesDone();

        complete(mapping, "UserTask_CompileMapping", "complete", true);
        complete(mapping, "UserTask_HoldNextStepMeeting");
        assertWaitsOnlyAt(mapping, "UserTask_DecideNextStep");
        complete(mapping, "UserTask_DecideNextStep", "decision", "TO_LEVEL_2");

        assertThat(mapping).isEnded().hasPassed("EndEvent_NextStepDecided");
    }

    @Test
    void isCompiledAgainWhileItIsIncomplete() {
        var mapping = allSidesDone();

        complete(mapping, "UserTask_CompileMapping", "complete", false);

        assertWaitsOnlyAt(mapping, "UserTask_CompileMapping");
        assertThat(mapping).hasNotPassed("UserTask_HoldNextStepMeeting", "EndEvent_NextStepDecided");
    }

    private ProcessInstance allSidesDone() {
        var mapping = start("readFiles", true);
        endCalled(mapping, "CallActivity_GoalSetting");
        complete(mapping, "UserTask_TalkWithChild");
        complete(mapping, "UserTask_TalkWithChild");
        complete(mapping, "UserTask_ReadEarlierMaterial");
        complete(mapping, "UserTask_MakeNetworkInventory");
        run(mapping, "UserTask_MakeNetworkInventory");
        endCalled(mapping, "CallActivity_NetworkMeeting");
        runAll(mapping, "Gateway_MappingJoin");
        assertWaitsOnlyAt(mapping, "UserTask_CompileMapping");
        return mapping;
    }
}
