package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChildAgeProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("child-age");

    ChildAgeProcessTest() {
        super("child-age");
    }

    @Test
    void waitsForTheNextAge() {
        var age = startCalled();

        complete(age, "UserTask_InformOfAge", "allAgedOut", false, "ageToCome", true);
        assertWaitsOnlyAt(age, "IntermediateCatchEvent_NextAgeNear");
        run(age, "IntermediateCatchEvent_NextAgeNear");

        assertWaitsOnlyAt(age, "UserTask_InformOfAge");
    }

    @Test
    void endsAfterTheLastAge() {
        var age = startCalled();

        complete(age, "UserTask_InformOfAge", "allAgedOut", false, "ageToCome", false);

        assertThat(age).isEnded().hasPassed("EndEvent_AgesHandled").hasNotPassed("EndEvent_NobodyLeft");
    }

    @Test
    void endsTheCaseWhenNobodyUnderEighteenIsLeft() {
        var age = startCalled();

        complete(age, "UserTask_InformOfAge", "allAgedOut", true, "ageToCome", false);

        assertThat(age).isEnded().hasPassed("EndEvent_NobodyLeft");
        assertCallerCaught(ALL_AGED_OUT);
    }
}
