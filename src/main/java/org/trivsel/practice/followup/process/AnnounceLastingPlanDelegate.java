package org.trivsel.practice.followup.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineKeeper;
import org.trivsel.platform.engine.CaseMessages;

/** "Lasting plan in force": the acute plan may end. */
@Component
public class AnnounceLastingPlanDelegate implements JavaDelegate {

    private final CaseMessages messages;
    private final DeadlineKeeper deadlines;

    AnnounceLastingPlanDelegate(CaseMessages messages, DeadlineKeeper deadlines) {
        this.messages = messages;
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseRef = (String) execution.getVariable("caseRef");
        messages.tell(caseRef, "LastingPlanInForce");
        deadlines.happened(caseRef, "ACUTE_PLAN_END");
    }
}
