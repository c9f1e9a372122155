package org.trivsel.platform.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Moves the clock of the demo and the tests, and runs what falls due on the way, each job at its own time. */
@Component
public class TimeMachine {

    private static final Logger log = LoggerFactory.getLogger(TimeMachine.class);

    /** More may be due at one moment; the rest is asked for after these. */
    private static final int AT_ONCE = 8;

    private final MovableClock clock;
    private final ManagementService management;
    private final Continuations continuations;
    private final ProcessEngineConfigurationImpl engine;

    TimeMachine(MovableClock clock, ManagementService management, Continuations continuations, ProcessEngine engine) {
        this.clock = clock;
        this.management = management;
        this.continuations = continuations;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Moves to a moment; a moment in the past is refused, because what happened cannot be undone. */
    public synchronized void moveTo(Instant target) {
        if (target.isBefore(clock.instant())) {
            throw new IllegalArgumentException("the clock only moves forward; it is " + clock.instant());
        }
        withoutJobExecutor(() -> {
            runDue();
            for (List<Job> next = nextTimers(target); !next.isEmpty(); next = nextTimers(target)) {
                Date due = next.get(0).getDuedate();
                if (due.toInstant().isAfter(clock.instant())) {
                    clock.moveTo(due.toInstant());
                }
                List<Job> together = next.stream()
                        .filter(job -> job.getDuedate().equals(due))
                        .toList();
                continuations.after(() -> together.stream().map(this::run).toList());
            }
            clock.moveTo(target);
        });
    }

    /** Sets the clock without running anything: for the beginning of a demo or a test. */
    public synchronized void startAt(Instant beginning) {
        clock.moveTo(beginning);
    }

    /** Runs what is due now: continuations, and timers whose time has come. */
    public void runDue() {
        List<Job> due = due();
        while (!due.isEmpty()) {
            boolean progress = false;
            for (Job job : due) {
                progress |= run(job);
            }
            if (!progress) {
                return; // what fails keeps its retries and its incident, as in real life
            }
            due = due();
        }
    }

    private List<Job> due() {
        return management
                .createJobQuery()
                .active()
                .executable()
                .withRetriesLeft()
                .list();
    }

    private boolean run(Job job) {
        try {
            management.executeJob(job.getId());
            return true;
        } catch (OptimisticLockingException e) {
            return true; // somebody else ran it
        } catch (RuntimeException e) {
            log.warn("Job {} failed", job.getId(), e);
            return management.createJobQuery().jobId(job.getId()).singleResult() == null;
        }
    }

    private List<Job> nextTimers(Instant target) {
        return management
                .createJobQuery()
                .active()
                .timers()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(target.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .listPage(0, AT_ONCE);
    }

    /** Keeps the job executor still, so that what falls due runs once and in order. */
    public void withoutJobExecutor(Runnable move) {
        JobExecutor executor = engine.getJobExecutor();
        boolean wasActive = executor != null && executor.isActive();
        if (wasActive) {
            executor.shutdown();
        }
        try {
            move.run();
        } finally {
            if (wasActive) {
                executor.start();
            }
        }
    }
}
