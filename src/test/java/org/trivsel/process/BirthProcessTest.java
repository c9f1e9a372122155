package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BirthProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("birth");

    BirthProcessTest() {
        super("birth");
    }

    @Test
    void tellsThePlanThatWaitsForTheChild() {
        var birth = start();

        complete(birth, "UserTask_RegisterBirth", "newHolder", false);
        run(birth, "IntermediateThrowEvent_BirthAnnounced");

        assertThat(birth).isEnded().hasPassed("EndEvent_BirthRegistered").hasNotPassed("UserTask_RecordConsent");
        assertThat(calledDelegates()).containsExactly("announceBirthDelegate");
    }

    @Test
    void asksANewCustodyHolderForConsent() {
        onDelegate("checkConsentDelegate", execution -> execution.setVariable("consentComplete", true));
        var birth = start();

        complete(birth, "UserTask_RegisterBirth", "newHolder", true);
        complete(birth, "UserTask_RecordConsent");
        run(birth, "ServiceTask_CheckConsent");
        run(birth, "IntermediateThrowEvent_BirthAnnounced");

        assertThat(birth).isEnded().hasNotPassed("IntermediateThrowEvent_DisagreementFound");
    }

    @Test
    void reportsThatTheParentsDisagree() {
        onDelegate("checkConsentDelegate", execution -> execution.setVariable("consentComplete", false));
        var birth = start();

        complete(birth, "UserTask_RegisterBirth", "newHolder", true);
        complete(birth, "UserTask_RecordConsent");
        run(birth, "ServiceTask_CheckConsent");
        run(birth, "IntermediateThrowEvent_DisagreementFound");
        run(birth, "IntermediateThrowEvent_BirthAnnounced");

        assertThat(birth).isEnded();
        assertThat(calledDelegates())
                .containsExactly("checkConsentDelegate", "reportDisagreementDelegate", "announceBirthDelegate");
    }
}
