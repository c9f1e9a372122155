package org.trivsel.practice.meeting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.CaseMessages;

/** "Agreements made": what staff took on at the meeting becomes tasks of theirs, and the meeting need not wait for them. */
@Component
public class AnnounceAgreementsDelegate implements JavaDelegate {

    private final CaseMessages messages;

    AnnounceAgreementsDelegate(CaseMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.tell((String) execution.getVariable("caseRef"), "AgreementsMade");
    }
}
