package org.trivsel.platform.deadline;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.data.Remembered;

/** When the clocks of a case started, and the dates people agreed on. */
@Repository
public class DeadlineDates {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    /** All dates of a case in one of the two tables. */
    private final Remembered<String, Map<String, Instant>> known = new Remembered<>();

    DeadlineDates(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** What the table calls by this code has happened. */
    record ClockStarted(String caseRef, String code) {}

    /** Starts (or starts anew) what the table calls by this code. */
    @Transactional
    public void start(String caseRef, String code, Instant at) {
        put("deadline_start", "code", caseRef, code, at);
        events.publishEvent(new ClockStarted(caseRef, code));
    }

    /** The first one counts: a clock that must not be set back by a later event. */
    @Transactional
    public void startOnce(String caseRef, String code, Instant at) {
        if (started(caseRef, code).isEmpty()) {
            start(caseRef, code, at);
        }
    }

    public Optional<Instant> started(String caseRef, String code) {
        return Optional.ofNullable(startedOf(caseRef).get(code));
    }

    /** A date people agreed on: a meeting, a review, the next follow-up of a rule. */
    @Transactional
    public void agree(String caseRef, String what, Instant at) {
        put("agreed_date", "what", caseRef, what, at);
        events.publishEvent(new DateAgreed(caseRef, what));
    }

    /** The rule counts again as the table says. */
    @Transactional
    public void forget(String caseRef, String what) {
        if (agreed(caseRef, what).isPresent()) {
            known.forget();
            jdbc.sql("delete from agreed_date where case_ref = ? and what = ?")
                    .params(caseRef, what)
                    .update();
            events.publishEvent(new DateAgreed(caseRef, what));
        }
    }

    public Optional<Instant> agreed(String caseRef, String what) {
        return Optional.ofNullable(all("agreed_date", "what", caseRef).get(what));
    }

    /** The dates agreed for rules of the table that lie after a moment. */
    public Map<String, Instant> agreedRulesAfter(String caseRef, Instant moment) {
        return all("agreed_date", "what", caseRef).entrySet().stream()
                .filter(one -> one.getKey().startsWith("T-") && one.getValue().isAfter(moment))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Map<String, Instant> startedOf(String caseRef) {
        return all("deadline_start", "code", caseRef);
    }

    private Map<String, Instant> all(String table, String column, String caseRef) {
        return known.get(table + " " + caseRef, () -> jdbc
                .sql("select " + column + ", at from " + table + " where case_ref = ?")
                .param(caseRef)
                .query((row, number) -> Map.entry(row.getString(column), Columns.instant(row, "at")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private void put(String table, String column, String caseRef, String key, Instant at) {
        known.forget();
        int updated = jdbc.sql("update " + table + " set at = ? where case_ref = ? and " + column + " = ?")
                .params(Columns.utc(at), caseRef, key)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into " + table + " (case_ref, " + column + ", at) values (?, ?, ?)")
                    .params(caseRef, key, Columns.utc(at))
                    .update();
        }
    }
}
