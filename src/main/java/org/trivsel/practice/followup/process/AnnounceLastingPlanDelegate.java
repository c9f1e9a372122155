package org.trivsel.practice.followup.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.CaseMessages;

/** "Lasting plan in force": the acute plan may end. */
@Component
public class AnnounceLastingPlanDelegate implements JavaDelegate {

    private final CaseMessages messages;

    AnnounceLastingPlanDelegate(CaseMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.tell((String) execution.getVariable("caseRef"), "LastingPlanInForce");
    }
}
