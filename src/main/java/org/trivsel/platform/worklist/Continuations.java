package org.trivsel.platform.worklist;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Takes the case on to its next tasks before the answer is given, so that a person sees what happened next. What does not
 * succeed here is left to the job executor with its retries: nothing depends on this.
 */
@Component
public class Continuations {

    private static final int MOST_ROUNDS = 20;

    private final ManagementService management;
    private final RuntimeService runtime;

    Continuations(ManagementService management, RuntimeService runtime) {
        this.management = management;
        this.runtime = runtime;
    }

    /** Call it outside a transaction, after the work that made the jobs is committed. */
    public void run(String caseRef) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Set<String> instances =
                    runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseRef).list().stream()
                            .map(ProcessInstance::getId)
                            .collect(Collectors.toSet());
            List<Job> waiting = instances.isEmpty()
                    ? List.of()
                    : management
                            .createJobQuery()
                            .processInstanceIds(instances)
                            .messages()
                            .executable()
                            .list();
            if (waiting.isEmpty() || !runAll(waiting)) {
                return;
            }
        }
    }

    private boolean runAll(List<Job> jobs) {
        boolean progress = false;
        for (Job job : jobs) {
            try {
                management.executeJob(job.getId());
                progress = true;
            } catch (ProcessEngineException e) {
                // the executor was faster, or it will try again
            }
        }
        return progress;
    }
}
