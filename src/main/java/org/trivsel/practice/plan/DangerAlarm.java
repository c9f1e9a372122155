package org.trivsel.practice.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.deadline.Deadlines;
import org.trivsel.platform.engine.CaseAlarms;
import org.trivsel.practice.casefile.Journal;

/**
 * The 24 hours for an assessment count from the alarm, not from a notification of last spring (E3, T-24H). Neither a day
 * that still runs nor one that nobody has answered is made longer by an alarm.
 */
@Component
class DangerAlarm implements CaseAlarms {

    private static final String DAY = "NOTIFICATION";

    private final DeadlineDates dates;
    private final Deadlines deadlines;
    private final Journal journal;
    private final Clock clock;

    DangerAlarm(DeadlineDates dates, Deadlines deadlines, Journal journal, Clock clock) {
        this.dates = dates;
        this.deadlines = deadlines;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void raised(String caseRef) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES); // as people write times in a form
        boolean over = deadlines.dueAt("T-24H", caseRef).isBefore(now);
        Optional<Instant> start = dates.started(caseRef, DAY);
        if (start.isEmpty() || (over && isAnswered(caseRef, start.get()))) {
            dates.start(caseRef, DAY, now);
        }
    }

    private boolean isAnswered(String caseRef, Instant start) {
        return journal.latest(caseRef, "assess-immediate-safety")
                .filter(entry -> !entry.at().isBefore(start))
                .isPresent();
    }
}
