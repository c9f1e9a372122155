package org.trivsel.platform.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.deadline.DeadlineRegister.Outcome;
import org.trivsel.platform.engine.TaskChanges;

/**
 * People move dates: extend within what the rule allows, let a clock stand still and go on, say that something is done or
 * why it is late. Each time with a reason and a name, kept for ever (R206, R207). A date of the law is never moved.
 */
@Service
public class DeadlineMoves {

    private final DeadlineRegister register;
    private final DeadlineKeeper keeper;
    private final DeadlineDates dates;
    private final DeadlineTable table;
    private final ModelTimers timers;
    private final WorkingDays workingDays;
    private final CaseCountry countries;
    private final TaskChanges changes;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeadlineMoves(
            DeadlineRegister register,
            DeadlineKeeper keeper,
            DeadlineDates dates,
            DeadlineTable table,
            ModelTimers timers,
            WorkingDays workingDays,
            CaseCountry countries,
            TaskChanges changes,
            JdbcClient jdbc,
            Clock clock) {
        this.register = register;
        this.keeper = keeper;
        this.dates = dates;
        this.table = table;
        this.timers = timers;
        this.workingDays = workingDays;
        this.countries = countries;
        this.changes = changes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What somebody did to a deadline. OVERRUN: it was late, and this is why and until when. */
    public enum Kind {
        EXTENDED,
        OVERRUN,
        STOPPED,
        RESUMED,
        DONE,
        RELENGTHENED
    }

    public record Move(
            long deadlineId,
            Kind kind,
            @Nullable Instant from,
            @Nullable Instant to,
            String reason,
            String by,
            Instant at) {}

    public List<Move> ofCase(String caseRef) {
        return jdbc.sql(
                        "select m.deadline_id, m.kind, m.from_due, m.to_due, m.reason, m.by_user, m.at from deadline_move m"
                                + " join deadline d on d.id = m.deadline_id where d.case_ref = ? order by m.id desc")
                .param(caseRef)
                .query((row, number) -> new Move(
                        row.getLong("deadline_id"),
                        Kind.valueOf(row.getString("kind")),
                        Columns.instantOrNull(row, "from_due"),
                        Columns.instantOrNull(row, "to_due"),
                        row.getString("reason"),
                        row.getString("by_user"),
                        Columns.instant(row, "at")))
                .list();
    }

    /** The last day to which people may move a deadline; null where they may not. Counted from the date it had first. */
    public @Nullable LocalDate latest(RunningDeadline one) {
        if (one.statutory() || one.extendBy().isEmpty() || one.endedAt() != null) {
            return null;
        }
        LocalDate first = one.firstDueAt().atZone(clock.getZone()).toLocalDate();
        Period by = Period.parse(one.extendBy());
        return one.workingDays()
                ? workingDays.plus(first, by.getDays(), countries.country(one.caseRef()))
                : first.plus(by);
    }

    /**
     * Moves a deadline, or explains one that is late: a date of the law, or one that has no room left, stays where it is, and
     * the explanation says until when it will be done.
     *
     * @throws DeadlineMoveRefused with what is wrong; nothing has changed then
     */
    @Transactional
    public void extend(String user, String caseRef, long id, @Nullable LocalDate newDay, String reason) {
        RunningDeadline one = running(caseRef, id);
        Instant now = clock.instant();
        requireReason(reason);
        if (newDay == null) {
            throw new DeadlineMoveRefused("no-date");
        }
        if (newDay.isBefore(LocalDate.now(clock))) {
            throw new DeadlineMoveRefused("past");
        }
        if (one.heldSince() != null) {
            throw new DeadlineMoveRefused("stands-still");
        }
        ZonedDateTime due = one.dueAt().atZone(clock.getZone());
        Instant wanted = due.with(newDay).toInstant();
        boolean late = one.isLate(now, clock.getZone());
        LocalDate latest = latest(one);
        if (late && (latest == null || newDay.isAfter(latest))) {
            record(one, Kind.OVERRUN, one.dueAt(), wanted, reason, user);
            return;
        }
        if (latest == null) {
            throw new DeadlineMoveRefused(one.statutory() ? "law" : "fixed");
        }
        if (newDay.isAfter(latest)) {
            throw new DeadlineMoveRefused("too-far", latest);
        }
        if (wanted.equals(one.dueAt())) {
            throw new DeadlineMoveRefused("same");
        }
        record(one, late ? Kind.OVERRUN : Kind.EXTENDED, one.dueAt(), wanted, reason, user);
        move(one, wanted);
    }

    @Transactional
    public void stop(String user, String caseRef, long id, String reason) {
        RunningDeadline one = running(caseRef, id);
        requireReason(reason);
        if (one.statutory() || one.runsWhilePaused()) {
            throw new DeadlineMoveRefused("law");
        }
        if (one.heldSince() != null) {
            throw new DeadlineMoveRefused("stands-still");
        }
        record(one, Kind.STOPPED, one.dueAt(), null, reason, user);
        keeper.keep(one.held(clock.instant(), true));
        timers.hold(caseRef, one.ruleKey());
    }

    /** The clock goes on; the date moves by the time it stood still. */
    @Transactional
    public void resume(String user, String caseRef, long id, String reason) {
        RunningDeadline one = running(caseRef, id);
        requireReason(reason);
        Instant since = one.heldSince();
        if (since == null || !one.heldByPerson()) {
            throw new DeadlineMoveRefused("runs");
        }
        Instant due = one.dueAt().plus(Duration.between(since, clock.instant()));
        record(one, Kind.RESUMED, one.dueAt(), due, reason, user);
        RunningDeadline going = one.held(null, false);
        keeper.keep(going);
        timers.release(caseRef, one.ruleKey());
        move(going, due);
    }

    /** Somebody says that it is done, for a clock whose end the process does not see. */
    @Transactional
    public void done(String user, String caseRef, long id, String reason) {
        RunningDeadline one = running(caseRef, id);
        requireReason(reason);
        if (!canBeDone(one)) {
            throw new DeadlineMoveRefused("by-work");
        }
        record(one, Kind.DONE, one.dueAt(), null, reason, user);
        register.end(one.id(), clock.instant(), Outcome.DONE);
    }

    public boolean canBeDone(RunningDeadline one) {
        return one.taskId() == null
                && table.all().stream()
                        .anyMatch(rule -> rule.key().equals(one.ruleKey())
                                && rule.endedBy().equals(DeadlineRule.PERSON));
    }

    /**
     * Brings the running deadlines of a rule to what the table says now, on the manager's word.
     *
     * @return how many got another date
     */
    @Transactional
    public int relengthen(String user, String ruleKey, String reason) {
        requireReason(reason);
        DeadlineRule rule = table.rule(ruleKey);
        int moved = 0;
        for (RunningDeadline one : register.runningOf(ruleKey)) {
            Instant due = keeper.plus(one.startedAt(), rule, one.caseRef());
            boolean untouched = one.dueAt().equals(one.firstDueAt()) && one.heldSince() == null;
            if (untouched && !due.equals(one.dueAt())) {
                record(one, Kind.RELENGTHENED, one.dueAt(), due, reason, user);
                keeper.keep(one.asTheTableSaysNow(rule, one.dueAt()));
                move(one.asTheTableSaysNow(rule, one.dueAt()), due);
                moved++;
            }
        }
        return moved;
    }

    private void move(RunningDeadline one, Instant due) {
        keeper.move(one, due);
        DeadlineRule rule = table.rule(one.ruleKey());
        boolean oneForTheCase = !rule.startedBy().equals("NOW");
        if (oneForTheCase) {
            dates.agree(one.caseRef(), one.ruleKey(), due);
            timers.follow(one.caseRef(), one.ruleKey());
        }
        register.running(one.caseRef()).stream()
                .filter(other -> other.ruleKey().equals(one.ruleKey()) && other.taskId() != null)
                .filter(other -> oneForTheCase || other.id() == one.id())
                .forEach(other -> changes.setDueDate(Objects.requireNonNull(other.taskId()), Date.from(due)));
    }

    private RunningDeadline running(String caseRef, long id) {
        return register.find(id)
                .filter(one -> one.caseRef().equals(caseRef) && one.endedAt() == null)
                .orElseThrow(() -> new DeadlineMoveRefused("over"));
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new DeadlineMoveRefused("no-reason");
        }
        if (reason.length() > 2000) {
            throw new DeadlineMoveRefused("long-reason");
        }
    }

    private void record(
            RunningDeadline one, Kind kind, @Nullable Instant from, @Nullable Instant to, String reason, String user) {
        jdbc.sql("insert into deadline_move (deadline_id, kind, from_due, to_due, reason, by_user, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        one.id(),
                        kind.name(),
                        Columns.utc(from),
                        Columns.utc(to),
                        reason.strip(),
                        user,
                        Columns.utc(clock.instant()))
                .update();
    }
}
