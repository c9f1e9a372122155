package org.trivsel.practice.plan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.CaseMessages;

/** "Acute danger found": the target-group assessment found the child's health in imminent danger. */
@Component
public class RaiseAcuteDangerDelegate implements JavaDelegate {

    private final CaseMessages messages;

    RaiseAcuteDangerDelegate(CaseMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.tell((String) execution.getVariable("caseRef"), "AcuteDangerReported");
    }
}
