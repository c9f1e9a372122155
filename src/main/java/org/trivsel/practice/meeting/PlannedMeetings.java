package org.trivsel.practice.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.trivsel.platform.data.Columns;

/** Meetings that are called, and how they were moved, as rows. */
@Repository
public class PlannedMeetings {

    private final JdbcClient jdbc;
    private final Clock clock;

    PlannedMeetings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What kind of meeting is called. A network meeting is a follow-up meeting while the plan is observed. */
    public enum Kind {
        STARTUP,
        NETWORK,
        CLOSING
    }

    /** Where a meeting has got to. */
    public enum State {
        PLANNED,
        HELD,
        CANCELLED
    }

    /**
     * @param interpreter into which language, or empty
     * @param participants ids of persons and user names of staff
     */
    public record Plan(
            Kind kind, Instant startsAt, Instant endsAt, String place, String interpreter, Set<String> participants) {}

    /** @param byForm agreed in a form and not called by a person since */
    public record Planned(long id, String caseRef, Plan plan, String calledBy, State state, boolean byForm) {}

    /** @param kind CALLED, MOVED, PEOPLE (others take part) or CANCELLED */
    public record Move(
            long meetingId,
            String kind,
            @Nullable Instant from,
            @Nullable Instant to,
            String reason,
            String by,
            Instant at) {}

    public List<Planned> of(String caseRef) {
        return jdbc.sql("select * from planned_meeting where case_ref = ? order by starts_at, id")
                .param(caseRef)
                .query(PlannedMeetings::read)
                .list();
    }

    public Optional<Planned> find(String caseRef, long id) {
        return jdbc.sql("select * from planned_meeting where case_ref = ? and id = ?")
                .params(caseRef, id)
                .query(PlannedMeetings::read)
                .optional();
    }

    /** Those of this kind that are to come, the next one first. */
    List<Planned> open(String caseRef, Kind kind) {
        return of(caseRef).stream()
                .filter(one -> one.state() == State.PLANNED && one.plan().kind() == kind)
                .toList();
    }

    List<Planned> between(Collection<String> caseRefs, Instant from, Instant until) {
        return caseRefs.isEmpty()
                ? List.of()
                : jdbc.sql("select * from planned_meeting where case_ref in (:cases) and state = 'PLANNED'"
                                + " and starts_at >= :from and starts_at < :until order by starts_at, id")
                        .param("cases", caseRefs)
                        .param("from", Columns.utc(from))
                        .param("until", Columns.utc(until))
                        .query(PlannedMeetings::read)
                        .list();
    }

    public List<Move> moves(String caseRef) {
        return jdbc.sql("select v.* from planned_meeting_move v join planned_meeting m on m.id = v.meeting_id"
                        + " where m.case_ref = ? order by v.id desc")
                .param(caseRef)
                .query((row, number) -> new Move(
                        row.getLong("meeting_id"),
                        row.getString("kind"),
                        Columns.instantOrNull(row, "from_at"),
                        Columns.instantOrNull(row, "to_at"),
                        row.getString("reason"),
                        row.getString("by_user"),
                        Columns.instant(row, "at")))
                .list();
    }

    boolean isCalled(String ticket) {
        return jdbc.sql("select count(*) from planned_meeting where ticket = ?")
                        .param(ticket)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * @param ticket of the click; null for a meeting that a form agreed on
     * @throws DuplicateKeyException when another click with this ticket was faster
     */
    long insert(String caseRef, Plan plan, String by, @Nullable String ticket) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into planned_meeting (case_ref, kind, starts_at, ends_at, place, interpreter, participants,"
                        + " called_by, state, ticket) values (?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?)")
                .params(
                        caseRef,
                        plan.kind().name(),
                        Columns.utc(plan.startsAt()),
                        Columns.utc(plan.endsAt()),
                        plan.place(),
                        plan.interpreter(),
                        String.join(",", plan.participants()),
                        by,
                        ticket)
                .update(key, "id");
        long id = key.getKeyAs(Long.class);
        note(id, "CALLED", null, plan.startsAt(), "", by);
        return id;
    }

    long people(Planned one, Set<String> participants, String reason, String by) {
        jdbc.sql("update planned_meeting set participants = ? where id = ?")
                .params(String.join(",", participants), one.id())
                .update();
        return note(one.id(), "PEOPLE", null, null, reason, by);
    }

    void place(Planned one, String place, String interpreter) {
        jdbc.sql("update planned_meeting set place = ?, interpreter = ? where id = ?")
                .params(place, interpreter, one.id())
                .update();
    }

    long move(Planned one, Instant startsAt, Instant endsAt, String reason, String by) {
        jdbc.sql("update planned_meeting set starts_at = ?, ends_at = ? where id = ?")
                .params(Columns.utc(startsAt), Columns.utc(endsAt), one.id())
                .update();
        return note(one.id(), "MOVED", one.plan().startsAt(), startsAt, reason, by);
    }

    long cancel(Planned one, String reason, String by) {
        state(one.id(), State.CANCELLED);
        return note(one.id(), "CANCELLED", one.plan().startsAt(), null, reason, by);
    }

    void state(long id, State state) {
        jdbc.sql("update planned_meeting set state = ? where id = ?")
                .params(state.name(), id)
                .update();
    }

    /** @return the number of this line in the history of meetings */
    private long note(long id, String kind, @Nullable Instant from, @Nullable Instant to, String reason, String by) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into planned_meeting_move (meeting_id, kind, from_at, to_at, reason, by_user, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, kind, Columns.utc(from), Columns.utc(to), reason, by, Columns.utc(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    private static Planned read(ResultSet row, int number) throws SQLException {
        String participants = row.getString("participants");
        return new Planned(
                row.getLong("id"),
                row.getString("case_ref"),
                new Plan(
                        Kind.valueOf(row.getString("kind")),
                        Columns.instant(row, "starts_at"),
                        Columns.instant(row, "ends_at"),
                        row.getString("place"),
                        row.getString("interpreter"),
                        participants.isEmpty()
                                ? Set.of()
                                : new java.util.LinkedHashSet<>(Arrays.asList(participants.split(",")))),
                row.getString("called_by"),
                State.valueOf(row.getString("state")),
                row.getString("ticket") == null);
    }
}
