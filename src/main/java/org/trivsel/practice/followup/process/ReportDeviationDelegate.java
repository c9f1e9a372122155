package org.trivsel.practice.followup.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.CaseMessages;

/** "Deviation reported": a visit or drill found that the plan did not hold. */
@Component
public class ReportDeviationDelegate implements JavaDelegate {

    private final CaseMessages messages;

    ReportDeviationDelegate(CaseMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.tell((String) execution.getVariable("caseRef"), "DeviationReported");
    }
}
