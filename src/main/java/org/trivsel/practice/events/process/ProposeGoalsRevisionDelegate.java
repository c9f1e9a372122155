package org.trivsel.practice.events.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.CaseMessages;

/** "New worry found": the danger statements and goals are looked at again (E12). */
@Component
public class ProposeGoalsRevisionDelegate implements JavaDelegate {

    private final CaseMessages messages;

    ProposeGoalsRevisionDelegate(CaseMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.tell((String) execution.getVariable("caseRef"), "GoalsRevisionProposed");
    }
}
