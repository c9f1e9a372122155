package org.trivsel.benchmark;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** A morning on which many deadlines speak at once: one for each of many cases, each with a caseworker to tell. */
final class DeadlineMorning {

    private static final int WORKERS = 200;
    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;

    DeadlineMorning(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param at when all of them have something to say, each a mail of its own */
    void prepare(int deadlines, Instant at) {
        List<Object[]> users = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            users.add(new Object[] {"worker" + i, "worker" + i + "@trivsel.example"});
        }
        jdbc.batchUpdate(
                "insert into app_user (username, password_hash, display_name, roles, team, email)"
                        + " values (?, '-', 'Worker', 'CASEWORKER', 'Team', ?)",
                users);
        Timestamp due = Timestamp.from(at.plus(Duration.ofHours(4)));
        Timestamp now = Timestamp.from(at);
        Timestamp before = Timestamp.from(at.minus(Duration.ofHours(20)));
        for (int from = 0; from < deadlines; from += BATCH) {
            List<Object[]> cases = new ArrayList<>();
            List<Object[]> rows = new ArrayList<>();
            for (int i = from; i < Math.min(from + BATCH, deadlines); i++) {
                String caseRef = "2026-%05d".formatted(i + 10_000);
                String worker = "worker" + i % WORKERS;
                cases.add(new Object[] {caseRef, worker, worker, worker, before});
                rows.add(new Object[] {caseRef, before, due, due, before, now});
            }
            jdbc.batchUpdate(
                    "insert into safety_case (case_ref, track, mode, legal_basis, country, state, placement_status,"
                            + " police_case, caseworker, substitute, manager, team, names_visible, consented, referred_at,"
                            + " version) values (?, 'STANDARD', 'DK_SUPPORT_CONSENT', '-', 'DK', 'REFERRED', 'HOME', 'NONE',"
                            + " ?, ?, ?, 'Team', false, false, ?, 0)",
                    cases);
            jdbc.batchUpdate(
                    "insert into deadline (case_ref, rule_key, started_at, first_due_at, due_at, length, working_days,"
                            + " reminders, reminded, escalations, statutory, runs_while_paused, at_once, extend_by, spoken_at,"
                            + " next_word_at) values (?, 'T-24H', ?, ?, ?, 'PT24H', false, 'PT20H', 'caseworker', '', true, true,"
                            + " true, '', ?, ?)",
                    rows);
        }
    }

    int count(String table, String where) {
        Integer counted = jdbc.queryForObject("select count(*) from " + table + " where " + where, Integer.class);
        return counted == null ? 0 : counted;
    }
}
