package org.trivsel.practice.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.deadline.DeadlineDates;

/**
 * Where the observation had a gap: no network meeting for six weeks (T-MEET), no visit for 37 days (T-VISIT). People were
 * told by then; here it stays with the case. Gaps between visits are for staff only, as the visits are (R186).
 */
@Repository
public class ObservationGaps {

    private final JdbcClient jdbc;
    private final DeadlineDates dates;
    private final Clock clock;

    ObservationGaps(JdbcClient jdbc, DeadlineDates dates, Clock clock) {
        this.jdbc = jdbc;
        this.dates = dates;
        this.clock = clock;
    }

    /** What is missing, and the code of its clock in the table of deadlines. */
    public enum Kind {
        MEETING("LAST_MEETING"),
        VISIT("LAST_VISIT");

        private final String clockCode;

        Kind(String clockCode) {
            this.clockCode = clockCode;
        }
    }

    /** @param since the last meeting or visit before it, or where the observation began */
    public record Gap(Kind kind, Instant since, Instant notedAt) {}

    /** Once for each gap, also when a drill or another meeting began in it. */
    @Transactional
    public void note(String caseRef, Kind kind) {
        Instant now = clock.instant();
        Instant since = dates.started(caseRef, kind.clockCode).orElse(now);
        if (of(caseRef, kind).stream().anyMatch(one -> one.since().equals(since))) {
            return;
        }
        jdbc.sql("insert into observation_gap (case_ref, kind, since, noted_at) values (?, ?, ?, ?)")
                .params(caseRef, kind.name(), Columns.utc(since), Columns.utc(now))
                .update();
    }

    /** Oldest first. */
    public List<Gap> of(String caseRef, Kind kind) {
        return jdbc.sql("select kind, since, noted_at from observation_gap where case_ref = ? and kind = ? order by id")
                .params(caseRef, kind.name())
                .query((row, number) -> new Gap(
                        Kind.valueOf(row.getString("kind")),
                        Columns.instant(row, "since"),
                        Columns.instant(row, "noted_at")))
                .list();
    }
}
