package org.trivsel.platform.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;

/** Reading the log of looks: a manager that of their own cases, an auditor all of it. Reading it is a look too. */
@Service
public class AccessLogReader {

    static final int PAGE = 50;
    private static final int ALL = 100_000;

    private final JdbcClient jdbc;
    private final CaseRegister cases;
    private final AccessLog log;
    private final Clock clock;

    AccessLogReader(JdbcClient jdbc, CaseRegister cases, AccessLog log, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param person part of the name of somebody of a family or network: the looks at their cases
     * @param before the id of the last row of the page before
     */
    public record Wanted(
            @Nullable String caseRef,
            @Nullable String username,
            @Nullable String person,
            @Nullable Purpose purpose,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Long before) {}

    public record Look(long id, Instant at, String username, @Nullable String caseRef, String what, Purpose purpose) {}

    public static boolean mayRead(User user) {
        return user.has(Role.MANAGER) || user.has(Role.AUDITOR);
    }

    /** A page of looks, the newest first, and one more when there is a next page. */
    @Transactional
    public List<Look> page(User reader, Wanted wanted) {
        return find(reader, wanted, PAGE + 1, "access log", Purpose.REVIEW);
    }

    /** Everything that fits, for the person concerned. */
    @Transactional
    public List<Look> export(User reader, Wanted wanted) {
        return find(reader, wanted, ALL, "access log export", Purpose.EXPORT);
    }

    private List<Look> find(User reader, Wanted wanted, int most, String what, Purpose why) {
        if (!mayRead(reader)) {
            throw new AccessDeniedException("only managers and auditors read the access log");
        }
        log.record(reader.username(), wanted.caseRef(), what, why);
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (!reader.has(Role.AUDITOR)) {
            conditions.add("exists (select 1 from case_member m where m.case_ref = l.case_ref"
                    + " and m.username = :reader and m.capacity = 'MANAGER')");
            values.put("reader", reader.username());
        }
        add(conditions, values, "case_ref = :caseRef", "caseRef", wanted.caseRef());
        add(conditions, values, "username = :username", "username", wanted.username());
        add(
                conditions,
                values,
                "purpose = :purpose",
                "purpose",
                wanted.purpose() == null ? null : wanted.purpose().name());
        add(conditions, values, "at >= :from", "from", wanted.from() == null ? null : start(wanted.from()));
        add(
                conditions,
                values,
                "at < :until",
                "until",
                wanted.until() == null ? null : start(wanted.until().plusDays(1)));
        add(conditions, values, "id < :before", "before", wanted.before());
        if (wanted.person() != null) {
            List<String> about = cases.casesAbout(wanted.person());
            if (about.isEmpty()) {
                return List.of();
            }
            add(conditions, values, "case_ref in (:about)", "about", about);
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return jdbc.sql("select * from access_log l" + where + " order by id desc limit " + most)
                .params(values)
                .query((row, number) -> new Look(
                        row.getLong("id"),
                        Columns.instant(row, "at"),
                        row.getString("username"),
                        row.getString("case_ref"),
                        row.getString("what"),
                        Purpose.valueOf(row.getString("purpose"))))
                .list();
    }

    private Object start(LocalDate day) {
        return Columns.utc(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
