package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SiblingProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("sibling");

    SiblingProcessTest() {
        super("sibling");
    }

    @Test
    void hearsTheNewChild() {
        var sibling = start();

        complete(sibling, "UserTask_RegisterSibling", "child", "C3");
        run(sibling, "UserTask_RegisterSibling");
        assertWaitsOnlyAt(sibling, "UserTask_TalkWithChild");
        complete(sibling, "UserTask_TalkWithChild");

        assertThat(sibling).isEnded().hasPassed("EndEvent_SiblingHeard");
    }
}
