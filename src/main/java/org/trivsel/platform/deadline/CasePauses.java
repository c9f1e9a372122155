package org.trivsel.platform.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;

/** The times the work of a case stood still. */
@Repository
public class CasePauses {

    private final JdbcClient jdbc;

    CasePauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Pause(Instant from, Instant to) {

        Duration after(Instant start) {
            Instant begin = from.isAfter(start) ? from : start;
            return begin.isBefore(to) ? Duration.between(begin, to) : Duration.ZERO;
        }
    }

    /** Since when the case stands still; empty while the work goes on. */
    public Optional<Instant> openSince(String caseRef) {
        return jdbc.sql("select from_at from case_pause where case_ref = ? and to_at is null")
                .param(caseRef)
                .query((row, number) -> Columns.instant(row, "from_at"))
                .optional();
    }

    @Transactional
    public void begin(String caseRef, Instant at) {
        jdbc.sql("insert into case_pause (case_ref, from_at) values (?, ?)")
                .params(caseRef, Columns.utc(at))
                .update();
    }

    @Transactional
    public void end(String caseRef, Instant at) {
        jdbc.sql("update case_pause set to_at = ? where case_ref = ? and to_at is null")
                .params(Columns.utc(at), caseRef)
                .update();
    }

    /** How long the case stood still between a start and now. */
    public Duration lostSince(String caseRef, Instant start, Instant now) {
        List<Pause> pauses = jdbc.sql(
                        "select from_at, to_at from case_pause where case_ref = ? and (to_at is null or to_at > ?)")
                .params(caseRef, Columns.utc(start))
                .query((row, number) -> {
                    Instant to = Columns.instantOrNull(row, "to_at");
                    return new Pause(Columns.instant(row, "from_at"), to == null ? now : to);
                })
                .list();
        return pauses.stream().map(pause -> pause.after(start)).reduce(Duration.ZERO, Duration::plus);
    }
}
