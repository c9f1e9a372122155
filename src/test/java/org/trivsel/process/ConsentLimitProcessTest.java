package org.trivsel.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConsentLimitProcessTest extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = fullCoverageOf("consent-limit");

    ConsentLimitProcessTest() {
        super("consent-limit");
    }

    @Test
    void looksAtWhatTheLimitChanges() {
        var limit = start();

        complete(limit, "UserTask_LimitConsent");
        assertWaitsOnlyAt(limit, "UserTask_ReviewLimitedConsent");
        complete(limit, "UserTask_ReviewLimitedConsent");

        assertThat(limit).isEnded().hasPassed("EndEvent_ConsentLimited");
    }
}
