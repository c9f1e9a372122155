package org.trivsel.practice.casefile;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.worklist.GateLog;

/** Who decided what and when, and which gates a case has gone through. The reasons stand in the journal entry. */
@Repository
public class Decisions implements GateLog {

    private final JdbcClient jdbc;
    private final java.time.Clock clock;

    Decisions(JdbcClient jdbc, java.time.Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void record(Submission submission, String kind, String outcome, long entryId) {
        jdbc.sql("insert into decision (case_ref, kind, outcome, author, at, entry_id) values (?, ?, ?, ?, ?, ?)")
                .params(
                        submission.caseRef(),
                        kind,
                        outcome,
                        submission.author().username(),
                        Columns.utc(submission.at()),
                        entryId)
                .update();
    }

    /** The latest decision of a kind. */
    public Optional<String> latest(String caseRef, String kind) {
        return jdbc.sql("select outcome from decision where case_ref = ? and kind = ? order by id desc limit 1")
                .params(caseRef, kind)
                .query(String.class)
                .optional();
    }

    @Override
    @Transactional
    public void passed(String caseRef, String gate) {
        Instant now = clock.instant();
        int updated = jdbc.sql("update gate_passed set at = ? where case_ref = ? and gate = ?")
                .params(Columns.utc(now), caseRef, gate)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into gate_passed (case_ref, gate, at) values (?, ?, ?)")
                    .params(caseRef, gate, Columns.utc(now))
                    .update();
        }
    }

    /** Gates by key with the time the case last went through. */
    public TreeMap<String, Instant> gatesPassed(String caseRef) {
        TreeMap<String, Instant> passed = new TreeMap<>();
        jdbc.sql("select gate, at from gate_passed where case_ref = ?")
                .param(caseRef)
                .query((row, number) -> {
                    passed.put(row.getString("gate"), Columns.instant(row, "at"));
                    return "";
                })
                .list();
        return passed;
    }
}
