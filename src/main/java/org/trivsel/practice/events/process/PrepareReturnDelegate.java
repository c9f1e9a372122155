package org.trivsel.practice.events.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.practice.events.Homecoming;

/** "Prepare return": the work goes on towards the return home, from the level the case had reached (E13). */
@Component
public class PrepareReturnDelegate implements JavaDelegate {

    private final Homecoming homecoming;

    PrepareReturnDelegate(Homecoming homecoming) {
        this.homecoming = homecoming;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseRef = (String) execution.getVariable("caseRef");
        execution.setVariable("entryLevel", homecoming.entryLevel(caseRef));
        execution.setVariable("track", homecoming.begin(caseRef));
    }
}
