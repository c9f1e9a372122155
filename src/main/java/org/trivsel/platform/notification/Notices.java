package org.trivsel.platform.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.access.CaseMembers;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.data.WholeDays;
import org.trivsel.platform.deadline.DeadlineWord;
import org.trivsel.platform.notification.NoticeWishes.Wish;

/** What people were told of deadlines. One sees it only while one belongs to the case. */
@Repository
public class Notices {

    private static final String SELECT =
            "select n.id, n.username, n.case_ref, n.deadline_id, n.kind, n.due_at, n.at, n.seen,"
                    + " d.rule_key, d.task_id, d.ended_at from notice n join deadline d on d.id = n.deadline_id";

    private static final String VISIBLE = " and exists (select 1 from case_member m where m.case_ref = n.case_ref"
            + " and m.username = n.username and " + CaseMembers.STILL_MEMBER + ")";

    private static final String LATE =
            "d.ended_at is null and d.held_since is null and d.due_at < :now and d.due_at <> :today";

    private static final String WANTED = "(w.digest is null or w.digest = true)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param endedAt when the work was done meanwhile, or null */
    public record Notice(
            long id,
            String username,
            String caseRef,
            long deadlineId,
            String ruleKey,
            @Nullable String taskId,
            DeadlineWord.Kind kind,
            Instant dueAt,
            Instant at,
            boolean seen,
            @Nullable Instant endedAt) {}

    /**
     * @param mailed whether no daily mail needs to tell of it
     * @return whether it is new; the same word is not told twice to the same person
     */
    boolean tell(DeadlineWord word, String username, boolean mailed) {
        return jdbc.sql(
                                "insert into notice (idem_key, username, case_ref, deadline_id, kind, due_at, at, mailed)"
                                        + " select ?, ?, ?, ?, ?, ?, ?, ? where not exists (select 1 from notice where idem_key = ?)")
                        .params(
                                key(word, username),
                                username,
                                word.deadline().caseRef(),
                                word.deadline().id(),
                                word.kind().name(),
                                Columns.utc(word.deadline().dueAt()),
                                Columns.utc(word.at()),
                                mailed,
                                key(word, username))
                        .update()
                > 0;
    }

    static String key(DeadlineWord word, String username) {
        return word.key() + "/" + username;
    }

    /** What the daily mails of these people have not told yet. */
    List<Notice> unmailed(Collection<String> people, Instant now) {
        return people.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where n.username in (:people) and n.mailed = false and n.at <= :now" + VISIBLE
                                + " order by n.due_at, n.id")
                        .param("people", people)
                        .param("now", Columns.utc(now))
                        .query(Notices::read)
                        .list();
    }

    void mailed(Collection<String> people, Instant until) {
        if (!people.isEmpty()) {
            jdbc.sql("update notice set mailed = true where username in (:people) and mailed = false and at <= :until")
                    .param("people", people)
                    .param("until", Columns.utc(until))
                    .update();
        }
    }

    /** Late deadlines of which these people were told and that nobody has met, each once for each of them. */
    List<Notice> late(Collection<String> people, Instant now) {
        return people.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where " + LATE
                                + " and n.username in (:people) and n.id = (select max(l.id) from notice l"
                                + " where l.deadline_id = d.id and l.username = n.username)" + VISIBLE
                                + " order by n.due_at, n.id")
                        .param("people", people)
                        .param("now", Columns.utc(now))
                        .param("today", Columns.utc(WholeDays.today(now, clock.getZone())))
                        .query(Notices::read)
                        .list();
    }

    /**
     * @param isLate whether something is late of which they were told
     * @param toldAt the last word no daily mail has told yet, if there is one
     * @param hasTodays whether they got their mail of today already
     */
    record Waiting(String username, Wish wish, boolean isLate, @Nullable Instant toldAt, boolean hasTodays) {

        boolean isToldSince(Instant moment) {
            return toldAt != null && toldAt.isAfter(moment);
        }
    }

    static String digestKey(String username, LocalDate day) {
        return "digest/" + username + "/" + day;
    }

    /** For whom a daily mail may have something to say; not those who do not want one. */
    List<Waiting> waiting(Instant now) {
        return jdbc.sql("select u.username, max(u.late) as late, max(u.told_at) as told_at, " + NoticeWishes.COLUMNS
                        + ", (select count(*) from mail_outbox m where m.idem_key = 'digest/' || u.username || '/' || :day)"
                        + " as todays from (select n.username, 0 as late, n.at as told_at from notice n"
                        + " where n.mailed = false union all select n.username, 1, cast(null as timestamp with time zone)"
                        + " from notice n join deadline d on d.id = n.deadline_id where " + LATE
                        + ") u left join notice_wish w on w.username = u.username where " + WANTED
                        + " group by u.username, " + NoticeWishes.COLUMNS)
                .param("now", Columns.utc(now))
                .param("today", Columns.utc(WholeDays.today(now, clock.getZone())))
                .param("day", LocalDate.ofInstant(now, clock.getZone()).toString())
                .query((row, number) -> new Waiting(
                        row.getString("username"),
                        NoticeWishes.read(row),
                        row.getInt("late") > 0,
                        Columns.instantOrNull(row, "told_at"),
                        row.getInt("todays") > 0))
                .list();
    }

    /** @param wish of one of those who were told */
    record LateSoon(Instant dueAt, Wish wish) {}

    /** Of the deadlines somebody was told of the first that will be late, if nobody meets it. */
    Optional<LateSoon> firstLate(Instant now, Instant until) {
        return jdbc.sql("select d.due_at, " + NoticeWishes.COLUMNS + " from deadline d"
                        + " join notice n on n.deadline_id = d.id left join notice_wish w on w.username = n.username"
                        + " where d.ended_at is null and d.held_since is null and d.due_at >= :today"
                        + " and (d.due_at >= :now or d.due_at = :today) and d.due_at < :until and " + WANTED
                        + " order by d.due_at, n.username limit 1")
                .param("now", Columns.utc(now))
                .param("today", Columns.utc(WholeDays.today(now, clock.getZone())))
                .param("until", Columns.utc(until))
                .query((row, number) -> new LateSoon(Columns.instant(row, "due_at"), NoticeWishes.read(row)))
                .optional();
    }

    public List<Notice> of(String username, Instant now, int limit) {
        return jdbc.sql(SELECT + " where n.username = :user" + VISIBLE + " order by n.id desc limit " + limit)
                .param("user", username)
                .param("now", Columns.utc(now))
                .query(Notices::read)
                .list();
    }

    @Transactional
    public void seen(String username) {
        jdbc.sql("update notice set seen = true where username = ? and seen = false")
                .param(username)
                .update();
    }

    private static Notice read(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getString("username"),
                row.getString("case_ref"),
                row.getLong("deadline_id"),
                row.getString("rule_key"),
                row.getString("task_id"),
                DeadlineWord.Kind.valueOf(row.getString("kind")),
                Columns.instant(row, "due_at"),
                Columns.instant(row, "at"),
                row.getBoolean("seen"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
