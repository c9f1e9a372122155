package org.trivsel.practice.events.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.practice.events.HandOver;

/** "Reassign case": staff, access and all open tasks change hands in one transaction (E5). */
@Component
public class ReassignCaseDelegate implements JavaDelegate {

    private final HandOver handOver;

    ReassignCaseDelegate(HandOver handOver) {
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handOver.reassign(
                (String) execution.getVariable("caseRef"),
                (String) execution.getVariable("position"),
                (String) execution.getVariable("oldWorker"),
                (String) execution.getVariable("newWorker"));
    }
}
