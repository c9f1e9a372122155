package org.trivsel.platform.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.trivsel.platform.deadline.DeadlineRegister.Outcome;
import org.trivsel.platform.deadline.DeadlineSteps.Step;
import org.trivsel.platform.deadline.DeadlineWord.Kind;
import org.trivsel.platform.engine.WakeUp;
import org.trivsel.platform.engine.WakeUps;

/**
 * Says what the deadlines have to say when the moment has come. What fell due while nothing ran is said once: the last
 * reminder, and to each role that it is late.
 */
@Component
class DeadlineSpeech implements WakeUp {

    static final String TYPE = "deadline-words";

    private static final Logger log = LoggerFactory.getLogger(DeadlineSpeech.class);
    private static final int AT_ONCE = 100;
    /** More than this is left to the next timer, so that no transaction grows without end. */
    private static final int ROUNDS = 20;

    private static final Duration AFTER_TROUBLE = Duration.ofHours(1);

    private final DeadlineRegister register;
    private final DeadlineKeeper keeper;
    private final DeadlineSteps steps;
    private final WakeUps wakeUps;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate savepoint;
    private final Clock clock;

    DeadlineSpeech(
            DeadlineRegister register,
            DeadlineKeeper keeper,
            DeadlineSteps steps,
            WakeUps wakeUps,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.register = register;
        this.keeper = keeper;
        this.steps = steps;
        this.wakeUps = wakeUps;
        this.events = events;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    @Transactional
    public Optional<Instant> wake() {
        Instant now = clock.instant();
        for (int round = 0; round < ROUNDS; round++) {
            List<RunningDeadline> speaking = register.takeSpeaking(now, AT_ONCE);
            speaking.forEach(one -> speakOrWait(one, now));
            if (speaking.size() < AT_ONCE) {
                return register.nextWordAfter(now);
            }
        }
        wakeUps.soon(TYPE);
        return Optional.empty();
    }

    /** One that cannot be said must not silence the others. */
    private void speakOrWait(RunningDeadline one, Instant now) {
        try {
            savepoint.executeWithoutResult(status -> speak(one, now));
        } catch (RuntimeException e) {
            Instant later = now.plus(AFTER_TROUBLE);
            log.error("Deadline {} of case {} could not be told; tried again at {}", one.id(), one.caseRef(), later, e);
            register.speakLater(one.id(), later);
        }
    }

    private void speak(RunningDeadline one, Instant now) {
        List<Step> due = steps.after(one).stream()
                .filter(step -> !step.at().isAfter(now))
                .toList();
        RunningDeadline heard = one.heard(now);
        due.stream()
                .filter(step -> step.kind() == Kind.REMINDER)
                .reduce((earlier, later) -> later)
                .ifPresent(step -> tell(heard, step.kind(), step.step(), step.roles(), now));
        List<Step> late =
                due.stream().filter(step -> step.kind() == Kind.ESCALATION).toList();
        if (!late.isEmpty()) {
            Set<String> roles =
                    late.stream().flatMap(step -> step.roles().stream()).collect(Collectors.toSet());
            tell(heard, Kind.ESCALATION, late.get(late.size() - 1).step(), roles, now);
        }
        keeper.keep(heard);
        if (keeper.endsByItself(one.ruleKey()) && steps.next(heard).isEmpty()) {
            register.end(one.id(), now, Outcome.DONE);
        }
    }

    private void tell(RunningDeadline one, Kind kind, String step, Set<String> roles, Instant now) {
        events.publishEvent(new DeadlineWord(one, kind, step, roles, now));
    }
}
