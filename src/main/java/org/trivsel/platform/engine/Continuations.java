package org.trivsel.platform.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * Takes the case on to its next tasks before the answer is given, so that a person sees what happened next. What does not
 * succeed here is left to the job executor with its retries: nothing depends on this.
 */
@Component
public class Continuations {

    private static final int MOST_ROUNDS = 20;

    private final ManagementService management;
    private final NewContinuations created;

    Continuations(ManagementService management, NewContinuations created) {
        this.management = management;
        this.created = created;
    }

    /** Does the work, which commits, and then what it left for a moment later. Call it outside a transaction. */
    public <T> T after(Supplier<T> work) {
        created.begin();
        try {
            T done = work.get();
            List<String> next = created.take();
            for (int round = 0; round < MOST_ROUNDS && !next.isEmpty(); round++) {
                runAll(Set.copyOf(next));
                next = created.take();
            }
            return done;
        } finally {
            created.end();
        }
    }

    private void runAll(Set<String> jobs) {
        for (Job job :
                management.createJobQuery().jobIds(jobs).active().executable().list()) {
            try {
                management.executeJob(job.getId());
            } catch (ProcessEngineException e) {
                // the executor was faster, or it will try again
            }
        }
    }
}
