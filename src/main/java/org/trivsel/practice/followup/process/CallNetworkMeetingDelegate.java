package org.trivsel.practice.followup.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.CaseMessages;

/** "Network called together": the first answer to a deviation is to improve the plan with the network (E2). */
@Component
public class CallNetworkMeetingDelegate implements JavaDelegate {

    private final CaseMessages messages;

    CallNetworkMeetingDelegate(CaseMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.tell((String) execution.getVariable("caseRef"), "NetworkMeetingCalled");
    }
}
