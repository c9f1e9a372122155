package org.trivsel.practice.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;

/** Meetings held, and whether the caseworker was there: the minimum of R209 counts at G9. */
@Repository
public class Meetings {

    /** Network meetings, of whatever type. */
    public static final Set<String> NETWORK = Set.of("MAPPING", "PLAN", "FOLLOW_UP", "EXTRAORDINARY");

    /** One that is held a little early is the one that was called; a later one is still to come. */
    private static final Duration AROUND = Duration.ofDays(2);

    private final JdbcClient jdbc;

    Meetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param kind COMMISSIONER, STARTUP, NEXT_STEP, CLOSING or a type of network meeting
     */
    public record Meeting(
            long id, String kind, Instant heldAt, boolean caseworkerPresent, @Nullable Instant minutesSentAt) {}

    /** @param startup start-up meetings with the family; @param network network meetings, both with the caseworker */
    public record Counts(int startup, int network, int closing) {}

    public List<Meeting> of(String caseRef) {
        return jdbc.sql("select * from meeting where case_ref = ? order by held_at, id")
                .param(caseRef)
                .query((row, number) -> new Meeting(
                        row.getLong("id"),
                        row.getString("kind"),
                        Columns.instant(row, "held_at"),
                        row.getBoolean("caseworker_present"),
                        Columns.instantOrNull(row, "minutes_sent_at")))
                .list();
    }

    public int count(String caseRef, String kind) {
        return (int) of(caseRef).stream()
                .filter(meeting -> meeting.kind().equals(kind))
                .count();
    }

    /** Meetings with the caseworker, as the closing rule counts them (R209). */
    public Counts withCaseworker(String caseRef) {
        List<Meeting> attended =
                of(caseRef).stream().filter(Meeting::caseworkerPresent).toList();
        return new Counts(
                (int) attended.stream()
                        .filter(one -> one.kind().equals("STARTUP"))
                        .count(),
                (int) attended.stream()
                        .filter(one -> NETWORK.contains(one.kind()))
                        .count(),
                (int) attended.stream()
                        .filter(one -> one.kind().equals("CLOSING"))
                        .count());
    }

    @Transactional
    public void held(String caseRef, String kind, Instant heldAt, boolean caseworkerPresent, long entryId) {
        jdbc.sql("insert into meeting (case_ref, kind, held_at, caseworker_present, entry_id) values (?, ?, ?, ?, ?)")
                .params(caseRef, kind, Columns.utc(heldAt), caseworkerPresent, entryId)
                .update();
        jdbc.sql("update planned_meeting set state = 'HELD' where case_ref = ? and state = 'PLANNED' and kind = ?"
                        + " and starts_at <= ?")
                .params(caseRef, NETWORK.contains(kind) ? "NETWORK" : kind, Columns.utc(heldAt.plus(AROUND)))
                .update();
    }

    @Transactional
    public void minutesSent(String caseRef, Instant sentAt) {
        jdbc.sql("update meeting set minutes_sent_at = ? where case_ref = ? and minutes_sent_at is null"
                        + " and kind in ('MAPPING', 'PLAN', 'FOLLOW_UP', 'EXTRAORDINARY', 'CLOSING')")
                .params(Columns.utc(sentAt), caseRef)
                .update();
    }
}
