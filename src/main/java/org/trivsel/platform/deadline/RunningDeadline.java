package org.trivsel.platform.deadline;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.trivsel.platform.data.WholeDays;

/**
 * A deadline of a case that runs or has ended, with what its rule said when the clock started. A table that is changed
 * later does not move it.
 *
 * @param taskId the task that has to be done by then; null for a clock of the case
 * @param firstDueAt the date before anybody moved it
 * @param heldSince since when the clock stands still, by a pause of the case or because a person stopped it
 * @param endedAt when the work was done, or null while it runs
 */
public record RunningDeadline(
        long id,
        String caseRef,
        String ruleKey,
        @Nullable String taskId,
        Instant startedAt,
        @Nullable Instant earliestAt,
        Instant firstDueAt,
        Instant dueAt,
        String length,
        boolean workingDays,
        String reminders,
        String reminded,
        String escalations,
        boolean statutory,
        boolean runsWhilePaused,
        boolean atOnce,
        String extendBy,
        @Nullable Instant heldSince,
        boolean heldByPerson,
        Instant spokenAt,
        @Nullable Instant endedAt) {

    public boolean isLate(Instant now, ZoneId zone) {
        return endedAt == null
                && heldSince == null
                && WholeDays.end(dueAt, zone).isBefore(now);
    }

    RunningDeadline movedTo(Instant due, @Nullable Instant earliest) {
        return with(earliest, due, length, reminders, reminded, escalations, heldSince, heldByPerson, spokenAt);
    }

    RunningDeadline held(@Nullable Instant since, boolean byPerson) {
        return with(earliestAt, dueAt, length, reminders, reminded, escalations, since, byPerson, spokenAt);
    }

    RunningDeadline heard(Instant at) {
        return with(earliestAt, dueAt, length, reminders, reminded, escalations, heldSince, heldByPerson, at);
    }

    RunningDeadline asTheTableSaysNow(DeadlineRule rule, Instant due) {
        return with(
                earliestAt,
                due,
                rule.length(),
                rule.reminders(),
                rule.reminded(),
                rule.escalations(),
                heldSince,
                heldByPerson,
                spokenAt);
    }

    private RunningDeadline with(
            @Nullable Instant earliest,
            Instant due,
            String newLength,
            String newReminders,
            String newReminded,
            String newEscalations,
            @Nullable Instant held,
            boolean byPerson,
            Instant spoken) {
        return new RunningDeadline(
                id,
                caseRef,
                ruleKey,
                taskId,
                startedAt,
                earliest,
                firstDueAt,
                due,
                newLength,
                workingDays,
                newReminders,
                newReminded,
                newEscalations,
                statutory,
                runsWhilePaused,
                atOnce,
                extendBy,
                held,
                byPerson,
                spoken,
                endedAt);
    }
}
