package org.trivsel.platform.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The dates a model asks for ({@code ${deadlines.due('T-PLAN', caseRef)}}). All lengths come from the decision table;
 * nothing here is a number.
 */
@Component("deadlines")
public class Deadlines {

    /** The rule of a task whose date comes from an agreement that has no rule of its own. */
    static final String AGREED_DATE = "T-DATE";

    private final DeadlineTable table;
    private final DeadlineDates dates;
    private final WorkingDays workingDays;
    private final CaseCountry countries;
    private final CasePauses pauses;
    private final Clock clock;

    Deadlines(
            DeadlineTable table,
            DeadlineDates dates,
            WorkingDays workingDays,
            CaseCountry countries,
            CasePauses pauses,
            Clock clock) {
        this.table = table;
        this.dates = dates;
        this.workingDays = workingDays;
        this.countries = countries;
        this.pauses = pauses;
        this.clock = clock;
    }

    /** When a rule falls due: the date agreed for it, or its length after its start. */
    public Date due(String key, String caseRef) {
        return Date.from(dueAt(key, caseRef));
    }

    public Instant dueAt(String key, String caseRef) {
        DeadlineRule rule = table.rule(key);
        return dates.agreed(caseRef, key)
                .orElseGet(() -> plus(start(rule, caseRef), rule.length(), rule.workingDays(), caseRef));
    }

    /** The day a rule counts from; of one that counts back, the day it looks ahead to (the birthday). */
    public Date start(String key, String caseRef) {
        return Date.from(startedAt(key, caseRef));
    }

    /** When the clock of a rule started: what the table names, or now. Time that was lost in a pause does not count. */
    public Instant startedAt(String key, String caseRef) {
        return start(table.rule(key), caseRef);
    }

    /** Of the rules a model chooses from, the first that is meant for the case: its country may have one of its own. */
    public Optional<String> meantFor(@Nullable String caseRef, List<String> keys) {
        return keys.stream()
                .filter(key -> keys.size() == 1 || caseRef == null || isMeantFor(table.rule(key), caseRef))
                .findFirst();
    }

    boolean isMeantFor(DeadlineRule rule, String caseRef) {
        return rule.country().isEmpty() || rule.country().equals(countries.country(caseRef));
    }

    /** The rule that looks after a date people agreed on: the one it starts, or the one for all others. */
    public String ruleOfAgreed(String agreed) {
        return table.all().stream()
                .filter(rule -> rule.startedBy().equals(agreed))
                .map(DeadlineRule::key)
                .findFirst()
                .orElse(AGREED_DATE);
    }

    /** Whether the rule has a day before which its work makes no sense. */
    public boolean hasWindow(String key) {
        return !table.rule(key).earliest().isEmpty();
    }

    /** When the rule's window opens, for a rule that has one (the plan draft: day 7 of 7–14). */
    public Instant earliestAt(String key, String caseRef) {
        DeadlineRule rule = table.rule(key);
        return rule.earliest().isEmpty()
                ? dueAt(key, caseRef)
                : plus(start(rule, caseRef), rule.earliest(), rule.workingDays(), caseRef);
    }

    /** When a rule turns to a role, later by as much as the rule was moved; the due date when the table names no time for it. */
    public Date escalation(String key, String role, String caseRef) {
        DeadlineRule rule = table.rule(key);
        Instant start = start(rule, caseRef);
        Instant due = dueAt(key, caseRef);
        Duration moved = Duration.between(plus(start, rule.length(), rule.workingDays(), caseRef), due);
        return Date.from(rule.escalationTo(role)
                .map(after -> plus(start, after, rule.workingDays(), caseRef).plus(moved))
                .orElse(due));
    }

    /** A time before the due date, when the work should appear. Never in the past. */
    public Date beforeDue(String key, String lead, String caseRef) {
        ZonedDateTime due = dueAt(key, caseRef).atZone(clock.getZone());
        return Date.from(due.minus(Period.parse(lead)).toInstant());
    }

    /** A date people agreed on, such as the next meeting; a week from now while nobody did. */
    public Date agreed(String what, String caseRef) {
        Instant now = clock.instant();
        return Date.from(dates.agreed(caseRef, what).orElseGet(() -> now.plus(Duration.ofDays(7))));
    }

    /** The length of a rule in days, for a rule that people may shorten but not stretch. */
    public Duration length(String key) {
        String length = table.rule(key).length();
        return length.startsWith("PT")
                ? Duration.parse(length)
                : Duration.ofDays(Period.parse(length).getDays());
    }

    /** Whether the clock of the rule runs on while the case stands still: those of the law do. */
    public boolean runsWhilePaused(String key) {
        return table.rule(key).runsWhilePaused();
    }

    /** Whether the law sets the rule: it then runs in calendar time and while the case is paused. */
    public boolean isStatutory(String key) {
        return table.rule(key).statutory();
    }

    private Instant start(DeadlineRule rule, String caseRef) {
        Instant now = clock.instant();
        return dates.started(caseRef, rule.startedBy())
                .or(() -> dates.agreed(caseRef, rule.startedBy()))
                .map(start -> rule.runsWhilePaused() ? start : start.plus(pauses.lostSince(caseRef, start, now)))
                .orElse(now);
    }

    Instant plus(Instant start, String length, boolean working, String caseRef) {
        if (length.startsWith("PT")) {
            return start.plus(Duration.parse(length));
        }
        ZonedDateTime local = start.atZone(clock.getZone());
        Period period = Period.parse(length);
        if (!working) {
            return local.plus(period).toInstant();
        }
        LocalDate day = workingDays.plus(local.toLocalDate(), period.getDays(), countries.country(caseRef));
        return local.with(day).toInstant();
    }
}
