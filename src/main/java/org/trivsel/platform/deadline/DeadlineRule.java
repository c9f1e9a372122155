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
        String title) {

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
