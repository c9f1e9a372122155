package org.trivsel.practice.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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

    /** How it ended. */
    enum Outcome {
        KEPT,
        DROPPED
    }

    /** @param who id of a person, or user name of staff */
    public record Agreement(
            long id,
            String caseRef,
            String who,
            String what,
            @Nullable LocalDate dueOn,
            @Nullable Instant doneAt,
            @Nullable String doneBy,
            @Nullable Outcome outcome) {}

    /** Those to be done first, then the newest that are. */
    public List<Agreement> of(String caseRef) {
        return jdbc.sql(
                        "select * from agreement where case_ref = ? order by case when done_at is null then 0 else 1 end,"
                                + " due_on, id desc")
                .param(caseRef)
                .query(Agreements::read)
                .list();
    }

    /** Those of one meeting, by its journal entry. */
    List<Agreement> of(String caseRef, long entryId) {
        return jdbc.sql("select * from agreement where case_ref = ? and entry_id = ? order by id")
                .params(caseRef, entryId)
                .query(Agreements::read)
                .list();
    }

    List<Agreement> ofLastMeeting(String caseRef) {
        return jdbc.sql("select max(entry_id) from agreement where case_ref = ?")
                .param(caseRef)
                .query(Long.class)
                .optional()
                .map(entryId -> of(caseRef, entryId))
                .orElse(List.of());
    }

    Optional<Agreement> find(String caseRef, long id) {
        return jdbc.sql("select * from agreement where case_ref = ? and id = ?")
                .params(caseRef, id)
                .query(Agreements::read)
                .optional();
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
    void end(String caseRef, long id, Outcome outcome, String username) {
        jdbc.sql("update agreement set done_at = ?, done_by = ?, outcome = ? where case_ref = ? and id = ?"
                        + " and done_at is null")
                .params(Columns.utc(clock.instant()), username, outcome.name(), caseRef, id)
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
                row.getString("done_by"),
                row.getString("outcome") == null ? null : Outcome.valueOf(row.getString("outcome")));
    }
}
