package org.trivsel.practice.network.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.practice.network.NetworkWatch;

/** "Check network size": the draft is nearly due. */
@Component
public class CheckNetworkSizeDelegate implements JavaDelegate {

    private final NetworkWatch watch;

    CheckNetworkSizeDelegate(NetworkWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.look((String) execution.getVariable("caseRef"));
    }
}
