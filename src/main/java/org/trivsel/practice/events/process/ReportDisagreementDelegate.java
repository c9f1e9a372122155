package org.trivsel.practice.events.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.CaseMessages;

/** "Disagreement found": a new custody holder does not consent (E14, E8). */
@Component
public class ReportDisagreementDelegate implements JavaDelegate {

    private final CaseMessages messages;

    ReportDisagreementDelegate(CaseMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.tell((String) execution.getVariable("caseRef"), "ParentsDisagree");
    }
}
