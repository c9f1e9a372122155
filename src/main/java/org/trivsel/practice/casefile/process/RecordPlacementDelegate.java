package org.trivsel.practice.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.CaseMessages;
import org.trivsel.practice.casefile.Placement;

/**
 * "Record placement": the child no longer lives at home. An acute plan that still waits is reviewed at once, and the work
 * with the family stops for the question whether it leads towards the return home (E3, E13).
 */
@Component
public class RecordPlacementDelegate implements JavaDelegate {

    private final Placement placement;
    private final CaseMessages messages;

    RecordPlacementDelegate(Placement placement, CaseMessages messages) {
        this.placement = placement;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseRef = (String) execution.getVariable("caseRef");
        placement.record(caseRef);
        messages.tell(caseRef, "AcutePlanReviewRequested");
        messages.tell(caseRef, "ChildPlaced");
    }
}
