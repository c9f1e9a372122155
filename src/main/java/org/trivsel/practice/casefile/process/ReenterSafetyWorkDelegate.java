package org.trivsel.practice.casefile.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Re-enter safety work": the authority wants another try, so level 2 starts again; level 1 stands. */
@Component
public class ReenterSafetyWorkDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("entryLevel", 2);
    }
}
