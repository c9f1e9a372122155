package org.trivsel.practice.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.deadline.ModelTimers;

/** When a child of the case next comes of an age that changes its rights: ten, fifteen, eighteen (E6). */
@Service
public class ChildAges {

    private static final List<Integer> AGES = List.of(10, 15, 18);
    private static final int NOBODY_YET = 10;

    private final People people;
    private final DeadlineDates dates;
    private final ModelTimers timers;
    private final Clock clock;

    ChildAges(People people, DeadlineDates dates, ModelTimers timers, Clock clock) {
        this.people = people;
        this.dates = dates;
        this.timers = timers;
        this.clock = clock;
    }

    /** The first such birthday after a day; empty when all children of the case are of age. */
    public Optional<LocalDate> next(String caseRef, LocalDate after) {
        return people.of(caseRef, Person.Role.CHILD).stream()
                .filter(child -> child.outcome() == null)
                .map(Person::birthDate)
                .filter(java.util.Objects::nonNull)
                .flatMap(born -> AGES.stream().map(born::plusYears))
                .filter(day -> day.isAfter(after))
                .sorted()
                .findFirst();
    }

    /** A child whose rights change with a birthday. */
    public record Turn(String child, int age) {}

    /** Whose birthday the clock of the case waits for. */
    public Optional<Turn> coming(String caseRef) {
        return dates.started(caseRef, "CHILD_BIRTHDAY")
                .map(at -> LocalDate.ofInstant(at, clock.getZone()))
                .flatMap(day -> people.of(caseRef, Person.Role.CHILD).stream()
                        .filter(child -> child.outcome() == null && child.birthDate() != null)
                        .flatMap(child -> AGES.stream()
                                .filter(age -> child.birthDate().plusYears(age).equals(day))
                                .map(age -> new Turn(child.id(), age)))
                        .findFirst());
    }

    /** Sets the clock that the models wait for. A case without a born child waits ten years, or until the birth. */
    public void startClock(String caseRef) {
        startClock(caseRef, LocalDate.now(clock));
    }

    public void startClock(String caseRef, LocalDate after) {
        LocalDate next = next(caseRef, after).orElse(after.plusYears(NOBODY_YET));
        Instant at = next.atStartOfDay(clock.getZone()).toInstant();
        dates.start(caseRef, "CHILD_BIRTHDAY", at);
        timers.follow(caseRef, "T-AGE");
    }

    public boolean anyUnderEighteen(String caseRef, LocalDate day) {
        return people.of(caseRef, Person.Role.CHILD).stream()
                        .filter(child -> child.outcome() == null)
                        .flatMap(child -> Stream.ofNullable(child.birthDate()).map(born -> born.plusYears(18)))
                        .anyMatch(day::isBefore)
                || people.awaitsChild(caseRef);
    }
}
