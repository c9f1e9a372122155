package org.trivsel.platform.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.trivsel.platform.engine.WakeUpHandler.AtMoment;

/**
 * Asks the engine to wake somebody: for each kind one timer of the engine for the next moment, and when it has gone off one
 * for the moment after that. It survives a restart, and a node that dies leaves it to the others. A moment that has lost its
 * sense meanwhile costs nothing, because nobody asked for it yet.
 */
@Component
public class WakeUps {

    /**
     * A timer that goes off sooner may do so before the caller has committed, and not see what it is to be there for. No
     * transaction takes this long, and no two nodes' clocks are this far apart.
     */
    private static final Duration SURELY_AFTER_COMMIT = Duration.ofMinutes(5);

    private static final Duration AFTER_TROUBLE = Duration.ofHours(1);

    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<WakeUp> all;
    private final Clock clock;
    /** The moments to come this node knows a committed timer for. Asking twice does no harm; it only costs a timer. */
    private final Map<String, NavigableSet<Instant>> known = new ConcurrentHashMap<>();

    WakeUps(ObjectProvider<ProcessEngine> engine, ObjectProvider<WakeUp> all, Clock clock) {
        this.engine = engine;
        this.all = all;
        this.clock = clock;
    }

    /** What fell due while nothing ran is done now, and every kind has its timer again, even in a database from a backup. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void afterStart() {
        all.forEach(one -> soon(one.type()));
    }

    /** At this moment or before. Takes part in the caller's transaction: no timer without what it is for, and the other way round. */
    @Transactional
    public void at(String type, Instant at) {
        if (!isCovered(type, at)) {
            ask(engine().getCommandExecutorTxRequired(), new AtMoment(type, at));
        }
    }

    /** As soon as the caller's transaction has committed, once for all that it asks for. */
    @Transactional
    public void soon(String type) {
        ask(engine().getCommandExecutorTxRequired(), new AtMoment(type, thisMinute()));
    }

    /** The moment has come: does what is due, and asks for the next. */
    void come(AtMoment moment) {
        known(moment.type()).remove(moment.at());
        try {
            all.stream().filter(one -> one.type().equals(moment.type())).forEach(one -> one.wake()
                    .ifPresent(at -> at(one.type(), at)));
        } catch (RuntimeException e) {
            comeAgain(moment.type());
            throw e;
        }
    }

    /** What went wrong is rolled back, with what would have asked for the next moment; without this it would never come. */
    private void comeAgain(String type) {
        Instant later = thisMinute().plus(AFTER_TROUBLE);
        if (!isCovered(type, later)) {
            ask(engine().getCommandExecutorTxRequiresNew(), new AtMoment(type, later));
        }
    }

    private boolean isCovered(String type, Instant at) {
        Instant pending = known(type).ceiling(clock.instant().plus(SURELY_AFTER_COMMIT));
        return pending != null && !pending.isAfter(at);
    }

    private void ask(CommandExecutor executor, AtMoment moment) {
        executor.execute(context -> {
            NavigableSet<Instant> asked = asked(moment.type());
            if (asked.floor(moment.at()) == null) {
                asked.add(moment.at());
                TimerEntity timer = new TimerEntity();
                timer.setJobHandlerType(WakeUpHandler.TYPE);
                timer.setJobHandlerConfiguration(moment);
                timer.setDuedate(Date.from(moment.at()));
                context.getJobManager().schedule(timer);
            }
            return null;
        });
    }

    private ProcessEngineConfigurationImpl engine() {
        return (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
    }

    private Instant thisMinute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    private NavigableSet<Instant> known(String type) {
        return known.computeIfAbsent(type, missing -> new ConcurrentSkipListSet<>());
    }

    /** What this transaction has asked for; known to all once it commits. */
    private NavigableSet<Instant> asked(String type) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Asked.class::isInstance)
                .map(Asked.class::cast)
                .filter(one -> one.type.equals(type))
                .findFirst()
                .orElseGet(() -> {
                    Asked asked = new Asked(type);
                    TransactionSynchronizationManager.registerSynchronization(asked);
                    return asked;
                })
                .moments;
    }

    private final class Asked implements TransactionSynchronization {

        private final String type;
        private final NavigableSet<Instant> moments = new TreeSet<>();

        private Asked(String type) {
            this.type = type;
        }

        @Override
        public void afterCommit() {
            Instant now = clock.instant();
            NavigableSet<Instant> pending = known(type);
            pending.headSet(now, true).clear();
            pending.addAll(moments.tailSet(now, false));
        }
    }
}
