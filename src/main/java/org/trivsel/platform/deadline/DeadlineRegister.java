package org.trivsel.platform.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.trivsel.platform.data.Columns;

/** The deadlines that run and those that ran, as rows. */
@Repository
public class DeadlineRegister {

    private static final String COLUMNS =
            "id, case_ref, rule_key, task_id, started_at, earliest_at, first_due_at, due_at,"
                    + " length, working_days, reminders, reminded, escalations, statutory, runs_while_paused, at_once, extend_by,"
                    + " held_since, held_by_person, spoken_at, ended_at";

    private final JdbcClient jdbc;

    DeadlineRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a deadline ended: the work was done, a later one took its place, or it lost its sense. */
    enum Outcome {
        DONE,
        REPLACED,
        CANCELLED
    }

    void insert(RunningDeadline one, @Nullable Instant nextWordAt) {
        jdbc.sql(
                        "insert into deadline (case_ref, rule_key, task_id, started_at, earliest_at, first_due_at, due_at, length,"
                                + " working_days, reminders, reminded, escalations, statutory, runs_while_paused, at_once, extend_by,"
                                + " held_since, spoken_at, next_word_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        one.caseRef(),
                        one.ruleKey(),
                        one.taskId(),
                        Columns.utc(one.startedAt()),
                        Columns.utc(one.earliestAt()),
                        Columns.utc(one.firstDueAt()),
                        Columns.utc(one.dueAt()),
                        one.length(),
                        one.workingDays(),
                        one.reminders(),
                        one.reminded(),
                        one.escalations(),
                        one.statutory(),
                        one.runsWhilePaused(),
                        one.atOnce(),
                        one.extendBy(),
                        Columns.utc(one.heldSince()),
                        Columns.utc(one.spokenAt()),
                        Columns.utc(nextWordAt))
                .update();
    }

    /** Everything of a deadline that may change while it runs. */
    void update(RunningDeadline one, @Nullable Instant nextWordAt) {
        jdbc.sql(
                        "update deadline set earliest_at = ?, due_at = ?, length = ?, reminders = ?, reminded = ?, escalations = ?,"
                                + " held_since = ?, held_by_person = ?, spoken_at = ?, next_word_at = ? where id = ?")
                .params(
                        Columns.utc(one.earliestAt()),
                        Columns.utc(one.dueAt()),
                        one.length(),
                        one.reminders(),
                        one.reminded(),
                        one.escalations(),
                        Columns.utc(one.heldSince()),
                        one.heldByPerson(),
                        Columns.utc(one.spokenAt()),
                        Columns.utc(nextWordAt),
                        one.id())
                .update();
    }

    void end(long id, Instant at, Outcome outcome) {
        jdbc.sql("update deadline set ended_at = ?, outcome = ?, next_word_at = null where id = ? and ended_at is null")
                .params(Columns.utc(at), outcome.name(), id)
                .update();
    }

    void endTask(String taskId, Instant at) {
        jdbc.sql("update deadline set ended_at = ?, outcome = ?, next_word_at = null"
                        + " where task_id = ? and ended_at is null")
                .params(Columns.utc(at), Outcome.DONE.name(), taskId)
                .update();
    }

    public Optional<RunningDeadline> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from deadline where id = ?")
                .param(id)
                .query(DeadlineRegister::read)
                .optional();
    }

    Optional<RunningDeadline> ofTask(String taskId) {
        return jdbc.sql("select " + COLUMNS + " from deadline where task_id = ? and ended_at is null")
                .param(taskId)
                .query(DeadlineRegister::read)
                .optional();
    }

    /** What runs on a case, the next first. */
    public List<RunningDeadline> running(String caseRef) {
        return jdbc.sql("select " + COLUMNS
                        + " from deadline where case_ref = ? and ended_at is null order by due_at, id")
                .param(caseRef)
                .query(DeadlineRegister::read)
                .list();
    }

    /** Of each rule on a case the one that runs, or the last that did: several tasks may have the same rule. */
    public Map<String, RunningDeadline> oneOfEachRule(String caseRef) {
        return jdbc
                .sql("select " + COLUMNS + " from deadline where case_ref = ? order by id")
                .param(caseRef)
                .query(DeadlineRegister::read)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        RunningDeadline::ruleKey,
                        one -> one,
                        (earlier, later) -> earlier.endedAt() == null ? earlier : later));
    }

    List<RunningDeadline> runningOf(String ruleKey) {
        return jdbc.sql("select " + COLUMNS + " from deadline where rule_key = ? and ended_at is null")
                .param(ruleKey)
                .query(DeadlineRegister::read)
                .list();
    }

    /** What falls due on several cases between two moments, or is late by then. */
    public List<RunningDeadline> due(Collection<String> caseRefs, Instant until) {
        return caseRefs.isEmpty()
                ? List.of()
                : jdbc.sql("select " + COLUMNS + " from deadline where case_ref in (:cases) and ended_at is null"
                                + " and due_at < :until order by due_at, id")
                        .param("cases", caseRefs)
                        .param("until", Columns.utc(until))
                        .query(DeadlineRegister::read)
                        .list();
    }

    /** Takes some that have something to say, so that no other node says it too. */
    List<RunningDeadline> takeSpeaking(Instant now, int limit) {
        return jdbc.sql("select " + COLUMNS + " from deadline where next_word_at between ? and ?"
                        + " order by next_word_at, id limit ? for update skip locked")
                .params(Columns.EVER, Columns.utc(now), limit)
                .query(DeadlineRegister::read)
                .list();
    }

    void speakLater(long id, Instant at) {
        jdbc.sql("update deadline set next_word_at = ? where id = ?")
                .params(Columns.utc(at), id)
                .update();
    }

    Optional<Instant> nextWordAfter(Instant moment) {
        return jdbc.sql("select next_word_at from deadline where next_word_at > ? order by next_word_at limit 1")
                .param(Columns.utc(moment))
                .query((row, number) -> Columns.instant(row, "next_word_at"))
                .optional();
    }

    static RunningDeadline read(ResultSet row, int number) throws SQLException {
        return new RunningDeadline(
                row.getLong("id"),
                row.getString("case_ref"),
                row.getString("rule_key"),
                row.getString("task_id"),
                Columns.instant(row, "started_at"),
                Columns.instantOrNull(row, "earliest_at"),
                Columns.instant(row, "first_due_at"),
                Columns.instant(row, "due_at"),
                row.getString("length"),
                row.getBoolean("working_days"),
                row.getString("reminders"),
                row.getString("reminded"),
                row.getString("escalations"),
                row.getBoolean("statutory"),
                row.getBoolean("runs_while_paused"),
                row.getBoolean("at_once"),
                row.getString("extend_by"),
                Columns.instantOrNull(row, "held_since"),
                row.getBoolean("held_by_person"),
                Columns.instant(row, "spoken_at"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
