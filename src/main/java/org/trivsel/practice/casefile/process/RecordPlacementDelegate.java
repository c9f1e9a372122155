package org.trivsel.practice.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.practice.casefile.Placement;

/** "Record placement": the child no longer lives at home. */
@Component
public class RecordPlacementDelegate implements JavaDelegate {

    private final Placement placement;

    RecordPlacementDelegate(Placement placement) {
        this.placement = placement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        placement.record((String) execution.getVariable("caseRef"));
    }
}
