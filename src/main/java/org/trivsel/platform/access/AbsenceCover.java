package org.trivsel.platform.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.engine.WakeUp;
import org.trivsel.platform.engine.WakeUps;
import org.trivsel.platform.identity.Absences;
import org.trivsel.platform.identity.Absences.Absence;
import org.trivsel.platform.identity.User;

/**
 * Lets a colleague look after the work of somebody who is away: the cases of the one are the cases of the other from the first
 * day to the last, and not an hour longer (R046, E17).
 */
@Service
public class AbsenceCover implements WakeUp {

    private static final String COVER = "COVER";
    private static final int LONGEST_DAYS = 400;
    private static final String TYPE = "absence";

    private final Absences absences;
    private final CaseMembers members;
    private final WakeUps wakeUps;
    private final Clock clock;

    AbsenceCover(Absences absences, CaseMembers members, WakeUps wakeUps, Clock clock) {
        this.absences = absences;
        this.members = members;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    /** An absence that cannot be entered (message key {@code absence.refused.code}). */
    public static class AbsenceRefused extends RuntimeException {

        AbsenceRefused(String code) {
            super(code);
        }

        public String code() {
            return String.valueOf(getMessage());
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** @throws AbsenceRefused with what is wrong; nothing has changed then */
    @Transactional
    public void enter(User absent, User substitute, LocalDate from, LocalDate until, User by) {
        LocalDate today = LocalDate.now(clock);
        if (until.isBefore(from)) {
            throw new AbsenceRefused("end-first");
        }
        if (until.isBefore(today)) {
            throw new AbsenceRefused("past");
        }
        if (from.plusDays(LONGEST_DAYS).isBefore(until)) {
            throw new AbsenceRefused("too-long");
        }
        if (absent.username().equals(substitute.username())) {
            throw new AbsenceRefused("self");
        }
        if (substitute.roles().stream().noneMatch(absent::has)) {
            throw new AbsenceRefused("other-role");
        }
        boolean overlaps = absences.of(absent.username()).stream()
                .filter(one -> one.username().equals(absent.username()))
                .anyMatch(one -> !one.from().isAfter(until) && !from.isAfter(one.until()));
        if (overlaps) {
            throw new AbsenceRefused("overlaps");
        }
        absences.insert(absent.username(), substitute.username(), from, until, by.username());
        wakeUps.at(TYPE, start(from.isBefore(today) ? today : from));
        cover();
    }

    /** Back before the time. */
    @Transactional
    public void end(Absence absence) {
        absences.ended(absence.id());
        members.casesOf(absence.username())
                .forEach(caseRef -> members.endAt(caseRef, absence.substitute(), COVER, clock.instant()));
    }

    /**
     * What begins today begins, and cases that came to an absent person since yesterday are covered too. That it ends stands in
     * the access itself.
     */
    @Override
    @Transactional
    public Optional<Instant> wake() {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        cover();
        return absences.all().stream()
                .map(one -> start(one.from().isBefore(tomorrow) ? tomorrow : one.from()))
                .min(Comparator.naturalOrder());
    }

    private void cover() {
        for (Absence one : absences.today()) {
            Instant until = start(one.until().plusDays(1));
            for (String caseRef : members.casesOf(one.username())) {
                members.grant(caseRef, one.substitute(), COVER);
                members.endAt(caseRef, one.substitute(), COVER, until);
            }
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
