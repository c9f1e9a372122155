package org.trivsel.practice.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.data.WholeDays;

/**
 * Counts of a year. Plans, families and children are counted apart: "123 plans, 115 children at home, 18 placed" adds up to
 * nothing when they are mixed (C1, R232 to R234). A reopened case is the same family once more, never a new one (E10).
 */
@Repository
class Statistics {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Statistics(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** What a line of the statistics counts, by what, and how often. */
    record Group(String key, Map<String, Integer> counts) {

        int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    @Transactional(readOnly = true)
    List<Group> of(int year) {
        Instant from = LocalDate.of(year, 1, 1).atStartOfDay(clock.getZone()).toInstant();
        Instant to = LocalDate.of(year + 1, 1, 1).atStartOfDay(clock.getZone()).toInstant();
        return List.of(
                new Group("families", families(from, to)),
                new Group("plans", plans(from, to)),
                new Group("children", children(year)),
                new Group("cases", endedCases(from, to)),
                new Group("deviations", count("select severity from deviation where", "at", from, to)),
                new Group(
                        "overruns",
                        count("select outcome from decision where kind = 'OVERRUN_REASON' and", "at", from, to)),
                new Group("late", late(from, to)));
    }

    /** Deadlines that passed before the work was done, those of the law apart. */
    private Map<String, Integer> late(Instant from, Instant to) {
        Map<String, Integer> late = new TreeMap<>();
        jdbc.sql(
                        "select statutory, due_at, coalesce(ended_at, ?) as ended_at from deadline where due_at >= ? and due_at < ?"
                                + " and (outcome is null or outcome = 'DONE') and coalesce(ended_at, ?) > due_at")
                .params(Columns.utc(clock.instant()), Columns.utc(from), Columns.utc(to), Columns.utc(clock.instant()))
                .query(row -> {
                    Instant over = WholeDays.end(Columns.instant(row, "due_at"), clock.getZone());
                    if (Columns.instant(row, "ended_at").isAfter(over)) {
                        late.merge(row.getBoolean("statutory") ? "LAW" : "METHOD", 1, Integer::sum);
                    }
                });
        return late;
    }

    /** Families who began, and those who came back. */
    private Map<String, Integer> families(Instant from, Instant to) {
        return count(
                "select case when reopens is null then 'NEW' else 'REOPENED' end from safety_case where",
                "referred_at",
                from,
                to);
    }

    /** Plans by type; the first approval counts, an amended plan is the same plan. */
    private Map<String, Integer> plans(Instant from, Instant to) {
        Map<String, Integer> byType = new TreeMap<>();
        jdbc.sql("select data from plan_version p where p.decided_at >= ? and p.decided_at < ?"
                        + " and p.status in ('APPROVED', 'SUPERSEDED') and p.decided_at = (select min(f.decided_at)"
                        + " from plan_version f where f.case_ref = p.case_ref"
                        + " and f.status in ('APPROVED', 'SUPERSEDED'))")
                .params(Columns.utc(from), Columns.utc(to))
                .query(String.class)
                .list()
                .forEach(plan -> byType.merge(type(plan), 1, Integer::sum));
        return byType;
    }

    private String type(String plan) {
        try {
            return json.readTree(plan).path("planType").asText("SAFETY");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored plan is no JSON", e);
        }
    }

    private Map<String, Integer> children(int year) {
        return counts(
                "select outcome from person where role = 'CHILD' and outcome is not null"
                        + " and outcome_on >= ? and outcome_on < ?",
                LocalDate.of(year, 1, 1),
                LocalDate.of(year + 1, 1, 1));
    }

    private Map<String, Integer> endedCases(Instant from, Instant to) {
        return count("select state from safety_case where", "closed_at", from, to);
    }

    private Map<String, Integer> count(String selectWhere, String when, Instant from, Instant to) {
        return counts(selectWhere + " " + when + " >= ? and " + when + " < ?", Columns.utc(from), Columns.utc(to));
    }

    /** How often each value of a query with one column comes, in the order of the values. */
    private Map<String, Integer> counts(String values, Object... parameters) {
        Map<String, Integer> counts = new TreeMap<>();
        jdbc.sql(values)
                .params(parameters)
                .query(String.class)
                .list()
                .forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts;
    }
}
