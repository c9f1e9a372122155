package org.trivsel.practice.consent.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.practice.consent.ConsentGate;

/** "Check consent" (G1). */
@Component
public class CheckConsentDelegate implements JavaDelegate {

    private final ConsentGate gate;

    CheckConsentDelegate(ConsentGate gate) {
        this.gate = gate;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ConsentGate.Result result = gate.conclude((String) execution.getVariable("caseRef"));
        execution.setVariable("consentComplete", result.complete());
        execution.setVariable("readFiles", result.readFiles());
    }
}
