package org.trivsel.practice.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.forms.Answers;

/** What people took on at a meeting, until somebody says that it is done. */
@Repository
public class Agreements {

    private final JdbcClient jdbc;
    private final Clock clock;

    Agreements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param who id of a person, or user name of staff */
    public record Agreement(
            long id,
            String caseRef,
            String who,
            String what,
            @Nullable LocalDate dueOn,
            @Nullable Instant doneAt,
            @Nullable String doneBy) {}

    /** Those to be done first, then the newest that are. */
    public List<Agreement> of(String caseRef) {
        return jdbc.sql(
                        "select * from agreement where case_ref = ? order by case when done_at is null then 0 else 1 end,"
                                + " due_on, id desc")
                .param(caseRef)
                .query(Agreements::read)
                .list();
    }

    /** What a person of the staff has taken on and not yet done. */
    List<Agreement> openOf(String username) {
        return jdbc.sql("select * from agreement where who = ? and done_at is null order by due_on, id")
                .param(username)
                .query(Agreements::read)
                .list();
    }

    @Transactional
    void record(String caseRef, long entryId, List<Answers> rows, ZoneId zone) {
        rows.forEach(
                row -> jdbc.sql("insert into agreement (case_ref, entry_id, who, what, due_on) values (?, ?, ?, ?, ?)")
                        .params(caseRef, entryId, row.text("who"), row.text("what"), due(row, zone))
                        .update());
    }

    private static @Nullable LocalDate due(Answers row, ZoneId zone) {
        Instant at = row.instantOrNull("deadline");
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }

    @Transactional
    void done(String caseRef, long id, String username) {
        jdbc.sql("update agreement set done_at = ?, done_by = ? where case_ref = ? and id = ? and done_at is null")
                .params(Columns.utc(clock.instant()), username, caseRef, id)
                .update();
    }

    private static Agreement read(ResultSet row, int number) throws SQLException {
        return new Agreement(
                row.getLong("id"),
                row.getString("case_ref"),
                row.getString("who"),
                row.getString("what"),
                Columns.date(row, "due_on"),
                Columns.instantOrNull(row, "done_at"),
                row.getString("done_by"));
    }
}
