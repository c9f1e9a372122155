package org.trivsel.platform.deadline;

import java.util.Optional;

/**
 * One row of the deadlines decision table.
 *
 * @param startedBy what starts the clock, as a code; NOW means when the task or timer is created
 * @param length ISO-8601, such as P14D, P3M or PT24H
 * @param workingDays whether days are counted as working days of the case's country
 * @param reminders ISO durations after the start, or negative before the due date, separated by commas
 * @param escalations {@code P14D:caseworker,P15D:manager}, counted from the start
 * @param statutory a deadline of the law: it runs on while the case is paused
 * @param endedBy what ends a clock that no task stands for; empty for a rule that tasks follow
 * @param country DK or SE for a rule of one country only, else empty
 * @param atOnce told by a mail of its own, because a day is too long to wait (T-24H, acute matters)
 * @param source the law or the method that sets the rule
 * @param extendBy ISO-8601, how far people may move the date; empty for not at all
 */
public record DeadlineRule(
        String key,
        String startedBy,
        String length,
        boolean workingDays,
        String earliest,
        String reminders,
        String reminded,
        String escalations,
        boolean statutory,
        boolean runsWhilePaused,
        String endedBy,
        String country,
        boolean atOnce,
        String extendBy,
        String title,
        String source) {

    /** Ends by itself on its day: something becomes possible then, and nothing is late after it. */
    static final String ITSELF = "ITSELF";
    /** Ends when somebody says that it is done. */
    static final String PERSON = "PERSON";

    /** Whether the rule has a clock of its own; the others belong to tasks. */
    public boolean hasClock() {
        return !endedBy.isEmpty();
    }

    /** When the rule turns to a role, counted from the start. */
    public Optional<String> escalationTo(String role) {
        for (String step : escalations.split(",")) {
            String[] parts = step.trim().split(":");
            if (parts.length == 2 && parts[1].trim().equals(role)) {
                return Optional.of(parts[0].trim());
            }
        }
        return Optional.empty();
    }
}
