package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NetworkFindingProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("network-finding");

    NetworkFindingProcessTest() {
        super("network-finding");
    }

    @Test
    void endsWhenTheNetworkHasGrown() {
        var finding = startCalled();

        complete(finding, "UserTask_FindNetwork", "outcome", "GROWN");

        assertThat(finding).isEnded().hasPassed("EndEvent_NetworkFound").hasNotPassed("UserTask_DecideNetworkSize");
    }

    @Test
    void endsWhenTheManagerAcceptsASmallerOne() {
        var finding = startCalled();

        complete(finding, "UserTask_FindNetwork", "outcome", "ASK_MANAGER");
        complete(finding, "UserTask_DecideNetworkSize", "decision", "GRANT");

        assertThat(finding).isEnded().hasPassed("EndEvent_NetworkFound").hasNotPassed("EndEvent_NoNetworkFound");
    }

    @Test
    void endsTheWorkWhenTheManagerDoesNot() {
        var finding = startCalled();

        complete(finding, "UserTask_FindNetwork", "outcome", "ASK_MANAGER");
        complete(finding, "UserTask_DecideNetworkSize", "decision", "DENY");

        assertThat(finding).isEnded().hasPassed("EndEvent_NoNetworkFound");
        assertCallerCaught(NO_PLAN_POSSIBLE);
    }

    @Test
    void endsTheWorkWhenNobodyCanBeFound() {
        var finding = startCalled();

        complete(finding, "UserTask_FindNetwork", "outcome", "NO_PLAN");

        assertThat(finding).isEnded().hasNotPassed("UserTask_DecideNetworkSize", "EndEvent_NetworkFound");
        assertCallerCaught(NO_PLAN_POSSIBLE);
    }
}
