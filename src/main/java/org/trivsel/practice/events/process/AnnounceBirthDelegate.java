package org.trivsel.practice.events.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.CaseMessages;

/** "Birth announced": the plan that waits for the child goes on. */
@Component
public class AnnounceBirthDelegate implements JavaDelegate {

    private final CaseMessages messages;

    AnnounceBirthDelegate(CaseMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.tell((String) execution.getVariable("caseRef"), "BirthRegistered");
    }
}
