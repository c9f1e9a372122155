package org.trivsel.platform.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.trivsel.platform.data.WholeDays;
import org.trivsel.platform.deadline.DeadlineWord.Kind;

/**
 * When a deadline speaks, and to whom. Every step is counted back from the due date, so that all of them move with it. A
 * reminder that is told with the daily mail comes in the morning of its day; a rule that tells at once keeps to the minute,
 * and nobody is called late before the moment has passed.
 */
@Component
class DeadlineSteps {

    private final WorkingDays workingDays;
    private final CaseCountry countries;
    private final Clock clock;
    private final LocalTime morning;

    DeadlineSteps(
            WorkingDays workingDays,
            CaseCountry countries,
            Clock clock,
            @Value("${trivsel.reminders-at:06:00}") LocalTime morning) {
        this.workingDays = workingDays;
        this.countries = countries;
        this.clock = clock;
        this.morning = morning;
    }

    record Step(Kind kind, String step, Set<String> roles, Instant at) {}

    /** What the deadline says after it was heard last, in order; what has lost its sense is left out. */
    List<Step> after(RunningDeadline deadline) {
        return all(deadline).stream()
                .filter(step -> step.at().isAfter(deadline.spokenAt()))
                .toList();
    }

    /** When it speaks next, the past included: what fell due while nobody listened is said now. */
    Optional<Instant> next(RunningDeadline deadline) {
        return after(deadline).stream().map(Step::at).findFirst();
    }

    private List<Step> all(RunningDeadline deadline) {
        List<Step> steps = new ArrayList<>();
        Set<String> reminded = roles(deadline.reminded());
        for (String step : parts(deadline.reminders())) {
            Instant at = reminderAt(deadline, step);
            if (at.isAfter(deadline.startedAt())) {
                steps.add(new Step(Kind.REMINDER, step, reminded, at));
            }
        }
        for (String step : parts(deadline.escalations())) {
            String[] lengthAndRole = step.split(":");
            Instant at = counted(deadline, lengthAndRole[0].strip());
            steps.add(new Step(
                    Kind.ESCALATION,
                    step,
                    Set.of(lengthAndRole[1].strip()),
                    at.equals(deadline.dueAt()) ? WholeDays.end(at, clock.getZone()) : at));
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private Instant reminderAt(RunningDeadline deadline, String step) {
        ZonedDateTime at = step.startsWith("-")
                ? local(deadline.dueAt()).minus(Period.parse(step.substring(1)))
                : local(counted(deadline, step));
        return deadline.atOnce() ? at.toInstant() : at.with(morning).toInstant();
    }

    /** A length from the start, as the table counts it, seen from the due date. */
    private Instant counted(RunningDeadline deadline, String step) {
        if (deadline.length().startsWith("PT")) {
            return deadline.dueAt().minus(Duration.parse(deadline.length())).plus(Duration.parse(step));
        }
        ZonedDateTime due = local(deadline.dueAt());
        Period length = Period.parse(deadline.length());
        Period wanted = Period.parse(step);
        int more = wanted.getDays() - length.getDays();
        if (deadline.workingDays() && more > 0) {
            LocalDate day = workingDays.plus(due.toLocalDate(), more, countries.country(deadline.caseRef()));
            return due.with(day).toInstant();
        }
        return wanted.equals(length)
                ? deadline.dueAt()
                : due.minus(length).plus(wanted).toInstant();
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(clock.getZone());
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Set<String> roles(String list) {
        return parts(list).stream().collect(Collectors.toSet());
    }
}
