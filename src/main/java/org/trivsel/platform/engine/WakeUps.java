package org.trivsel.platform.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.trivsel.platform.engine.WakeUpHandler.AtMoment;

/**
 * Asks the engine to wake somebody at a moment: one timer of the engine for each moment, however many things fall due then.
 * It survives a restart, and a node that dies leaves it to the others.
 */
@Component
public class WakeUps {

    private final ObjectProvider<ProcessEngine> engine;
    private final Clock clock;
    /** The moments this node knows a committed timer for. Asking twice does no harm; it only costs a timer. */
    private final Set<AtMoment> known = ConcurrentHashMap.newKeySet();

    WakeUps(ObjectProvider<ProcessEngine> engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** Takes part in the caller's transaction: no timer without what it is for, and the other way round. */
    @Transactional
    public void at(String type, Instant at) {
        AtMoment moment = new AtMoment(type, at);
        if (!known.contains(moment)) {
            ask(moment);
        }
    }

    /**
     * As soon as the caller's transaction has committed, once for all that it asks for. A timer asked for by another
     * transaction does not do: it may go off before this one has committed.
     */
    @Transactional
    public void soon(String type) {
        ask(new AtMoment(type, clock.instant().truncatedTo(ChronoUnit.MINUTES)));
    }

    private void ask(AtMoment moment) {
        if (!asked().add(moment)) {
            return;
        }
        ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    TimerEntity timer = new TimerEntity();
                    timer.setJobHandlerType(WakeUpHandler.TYPE);
                    timer.setJobHandlerConfiguration(moment);
                    timer.setDuedate(Date.from(moment.at()));
                    context.getJobManager().schedule(timer);
                    return null;
                });
    }

    /** The timer has gone off. */
    void gone(AtMoment moment) {
        known.remove(moment);
    }

    /** What this transaction has asked for; known to all once it commits. */
    private Set<AtMoment> asked() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Asked.class::isInstance)
                .map(one -> ((Asked) one).moments)
                .findFirst()
                .orElseGet(() -> {
                    Asked asked = new Asked();
                    TransactionSynchronizationManager.registerSynchronization(asked);
                    return asked.moments;
                });
    }

    private final class Asked implements TransactionSynchronization {

        private final Set<AtMoment> moments = new HashSet<>();

        @Override
        public void afterCommit() {
            Instant now = clock.instant();
            moments.stream().filter(moment -> moment.at().isAfter(now)).forEach(known::add);
        }
    }
}
