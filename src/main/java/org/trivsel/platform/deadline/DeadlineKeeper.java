package org.trivsel.platform.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.deadline.DeadlineDates.ClockStarted;
import org.trivsel.platform.deadline.DeadlineRegister.Outcome;
import org.trivsel.platform.engine.WakeUps;

/**
 * Lets deadlines begin and end with the work: a clock of the case with what starts and ends it in the table, the others with
 * their task. It never completes or closes anything.
 */
@Service
public class DeadlineKeeper {

    private static final Set<String> AFTER_THE_END = Set.of("CLOSED", "AFTER_CONTACT");

    private final DeadlineTable table;
    private final Deadlines deadlines;
    private final DeadlineDates dates;
    private final DeadlineRegister register;
    private final RulesInModels rules;
    private final DeadlineSteps steps;
    private final WakeUps wakeUps;
    private final Clock clock;

    DeadlineKeeper(
            DeadlineTable table,
            Deadlines deadlines,
            DeadlineDates dates,
            DeadlineRegister register,
            RulesInModels rules,
            DeadlineSteps steps,
            WakeUps wakeUps,
            Clock clock) {
        this.table = table;
        this.deadlines = deadlines;
        this.dates = dates;
        this.register = register;
        this.rules = rules;
        this.steps = steps;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    @EventListener
    void clockStarted(ClockStarted started) {
        happened(started.caseRef(), started.code());
    }

    boolean endsByItself(String key) {
        return table.all().stream()
                .anyMatch(rule -> rule.key().equals(key) && rule.endedBy().equals(DeadlineRule.ITSELF));
    }

    /** Something the table knows by a code: it ends clocks and starts others. */
    @Transactional
    public void happened(String caseRef, String code) {
        for (DeadlineRule rule : table.all()) {
            if (rule.hasClock() && rule.endedBy().equals(code)) {
                end(caseRef, rule.key(), Outcome.DONE);
            }
            if (rule.startedBy().equals(code)) {
                dates.forget(caseRef, rule.key()); // what was agreed for the run before
            }
            if (rule.hasClock() && rule.startedBy().equals(code) && deadlines.isMeantFor(rule, caseRef)) {
                end(caseRef, rule.key(), Outcome.REPLACED);
                begin(caseRef, rule, null, deadlines.dueAt(rule.key(), caseRef));
            }
        }
    }

    /** The case is over: what still ran has lost its sense, but for what begins with the end. */
    @Transactional
    public void caseEnded(String caseRef) {
        Set<String> after = table.all().stream()
                .filter(rule -> AFTER_THE_END.contains(rule.startedBy()))
                .map(DeadlineRule::key)
                .collect(Collectors.toSet());
        register.running(caseRef).stream()
                .filter(one -> !after.contains(one.ruleKey()))
                .forEach(one -> register.end(one.id(), clock.instant(), Outcome.CANCELLED));
    }

    @EventListener
    void dateAgreed(DateAgreed agreed) {
        if (agreed.what().startsWith("T-")) {
            register.running(agreed.caseRef()).stream()
                    .filter(one -> one.ruleKey().equals(agreed.what()) && one.taskId() == null)
                    .forEach(one -> move(one, deadlines.dueAt(one.ruleKey(), one.caseRef())));
        }
    }

    /** A task with a due date was created. */
    public void taskCreated(String taskId, String caseRef, String definition, String element, Instant due) {
        String key = rules.of(definition, element)
                .or(() -> rules.agreedOf(definition, element).map(deadlines::ruleOfAgreed))
                .orElse(Deadlines.AGREED_DATE);
        // a table of the municipality's own may not know the rule of an agreed date: then nobody is reminded of it
        table.all().stream()
                .filter(rule -> rule.key().equals(key) && !rule.hasClock())
                .findFirst()
                .ifPresent(rule -> begin(caseRef, rule, taskId, due));
    }

    /** A task got another due date. */
    public void taskMoved(String taskId, Instant due) {
        register.ofTask(taskId).ifPresent(one -> move(one, due));
    }

    public void taskEnded(String taskId) {
        register.endTask(taskId, clock.instant());
    }

    /**
     * The work on a case stands still: its clocks do, but not those of the law.
     *
     * @param standing the tasks nobody can do now
     */
    public void paused(String caseRef, Set<String> standing) {
        Instant now = clock.instant();
        register.running(caseRef).stream()
                .filter(one -> !one.runsWhilePaused() && one.heldSince() == null)
                .filter(one -> one.taskId() == null || standing.contains(one.taskId()))
                .forEach(one -> keep(one.held(now, false)));
    }

    /** The work goes on; the tasks have got their new dates already. */
    public void resumed(String caseRef) {
        register.running(caseRef).stream()
                .filter(one -> one.heldSince() != null && !one.heldByPerson())
                .map(one -> one.held(null, false))
                .forEach(one -> {
                    if (one.taskId() == null) {
                        move(one, deadlines.dueAt(one.ruleKey(), one.caseRef()));
                    } else {
                        keep(one);
                    }
                });
    }

    Instant plus(Instant start, DeadlineRule rule, String caseRef) {
        return deadlines.plus(start, rule.length(), rule.workingDays(), caseRef);
    }

    void move(RunningDeadline one, Instant due) {
        Instant earliest =
                one.earliestAt() == null ? null : one.earliestAt().plus(java.time.Duration.between(one.dueAt(), due));
        Instant now = clock.instant();
        RunningDeadline moved = one.movedTo(due, earliest);
        // a reminder that would have come before the move has nothing to remind of
        keep(due.isAfter(now) ? moved.heard(now) : moved);
    }

    /** Writes what changed, and when the deadline speaks next. */
    void keep(RunningDeadline one) {
        register.update(one, one.heldSince() == null ? speaksNext(one) : null);
    }

    private void begin(String caseRef, DeadlineRule rule, @Nullable String taskId, Instant due) {
        Instant now = clock.instant();
        Instant start = deadlines.startedAt(rule.key(), caseRef);
        Instant started = start.isAfter(now) ? now : start;
        Instant earliest = rule.earliest().isEmpty() ? null : deadlines.earliestAt(rule.key(), caseRef);
        RunningDeadline one = new RunningDeadline(
                0,
                caseRef,
                rule.key(),
                taskId,
                started,
                earliest,
                due,
                due,
                rule.length(),
                rule.workingDays(),
                rule.reminders(),
                rule.reminded(),
                rule.escalations(),
                rule.statutory(),
                rule.runsWhilePaused(),
                rule.atOnce(),
                rule.extendBy(),
                null,
                false,
                // a reminder that would have come before the work did has nothing to remind of; being late is always
                // said
                due.isBefore(now) ? started : now,
                null);
        register.insert(one, speaksNext(one));
    }

    private @Nullable Instant speaksNext(RunningDeadline one) {
        Optional<Instant> next = steps.next(one);
        next.ifPresent(at -> wakeUps.at(DeadlineSpeech.TYPE, at));
        return next.orElse(null);
    }

    private void end(String caseRef, String ruleKey, Outcome outcome) {
        register.running(caseRef).stream()
                .filter(one -> one.ruleKey().equals(ruleKey) && one.taskId() == null)
                .forEach(one -> register.end(one.id(), clock.instant(), outcome));
    }
}
