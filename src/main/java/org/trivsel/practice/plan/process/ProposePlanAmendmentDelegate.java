package org.trivsel.practice.plan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.CaseMessages;

/** "Plan amendment proposed": a meeting found that the plan must be adjusted. Before observation nobody listens. */
@Component
public class ProposePlanAmendmentDelegate implements JavaDelegate {

    private final CaseMessages messages;

    ProposePlanAmendmentDelegate(CaseMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.tell((String) execution.getVariable("caseRef"), "PlanAmendmentProposed");
    }
}
