package org.trivsel.platform.deadline;

import java.util.Date;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Timers of the models keep the date they were made with; when what they wait for gets another date, they are told here. */
@Component
public class ModelTimers {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RulesInModels rules;
    private final Deadlines deadlines;

    ModelTimers(RuntimeService runtime, ManagementService management, RulesInModels rules, Deadlines deadlines) {
        this.runtime = runtime;
        this.management = management;
        this.rules = rules;
        this.deadlines = deadlines;
    }

    /** Lets the timers of a case that wait for a rule wait for its date as it is now. */
    public void follow(String caseRef, String rule) {
        Date due = deadlines.due(rule, caseRef);
        each(caseRef, rule, timer -> management.setJobDuedate(timer.getId(), due));
    }

    /** Lets them wait without an end, as long as the clock of the rule stands still. */
    void hold(String caseRef, String rule) {
        each(caseRef, rule, timer -> management.suspendJobById(timer.getId()));
    }

    void release(String caseRef, String rule) {
        each(caseRef, rule, timer -> management.activateJobById(timer.getId()));
    }

    private void each(String caseRef, String rule, Consumer<Job> act) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseRef)
                .list()) {
            management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream()
                    .filter(timer -> rules.of(timer.getProcessDefinitionId(), element(timer))
                            .filter(rule::equals)
                            .isPresent())
                    .forEach(act);
        }
    }

    private String element(Job timer) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }
}
