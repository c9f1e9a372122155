package org.trivsel.practice.plan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.practice.plan.AcutePlan;

/** "Flag late assessment": 24 hours have passed (T-24H). */
@Component
public class FlagLateAssessmentDelegate implements JavaDelegate {

    private final AcutePlan acutePlan;

    FlagLateAssessmentDelegate(AcutePlan acutePlan) {
        this.acutePlan = acutePlan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        acutePlan.flagLate((String) execution.getVariable("caseRef"));
    }
}
