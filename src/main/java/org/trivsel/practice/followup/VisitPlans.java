package org.trivsel.practice.followup;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.deadline.Deadlines;
import org.trivsel.platform.forms.Answers;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.plan.SafetyPlans;

/**
 * Visits that are to be made while the plan is observed, and a time for one that nobody can foresee. For the staff only: no
 * invitation, print, feed or mail reads this (R186, C14).
 */
@Service
public class VisitPlans {

    private static final int MINUTES = 5;

    private final JdbcClient jdbc;
    private final SafetyCases cases;
    private final SafetyPlans plans;
    private final Deadlines deadlines;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    VisitPlans(JdbcClient jdbc, SafetyCases cases, SafetyPlans plans, Deadlines deadlines, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.plans = plans;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @param state PLANNED, MADE or CANCELLED */
    public record PlannedVisit(
            long id,
            Instant at,
            boolean announced,
            String outsideReason,
            String by,
            String state,
            String stateReason) {}

    /** Between which hours the parents consented to be visited. */
    public record Window(LocalTime from, LocalTime to) {

        /** Also one that goes past midnight. */
        boolean holds(LocalTime time) {
            return from.isAfter(to)
                    ? !time.isBefore(from) || !time.isAfter(to)
                    : !time.isBefore(from) && !time.isAfter(to);
        }
    }

    /** A visit that cannot be planned (message key {@code visit.refused.code}). */
    public static class VisitRefused extends RuntimeException {

        VisitRefused(String code) {
            super(code);
        }

        public String code() {
            return String.valueOf(getMessage());
        }
    }

    public boolean observing(String caseRef) {
        return cases.get(caseRef).state().equals("L3_OBSERVATION");
    }

    public List<PlannedVisit> of(String caseRef) {
        return jdbc.sql("select * from planned_visit where case_ref = ? order by at desc, id desc")
                .param(caseRef)
                .query(VisitPlans::read)
                .list();
    }

    public List<Window> windows(String caseRef) {
        return plans.inForce(caseRef).stream()
                .flatMap(plan -> plan.content().group("controlAgreement").rows("hours").stream())
                .map(VisitPlans::window)
                .toList();
    }

    /** By when the next unannounced visit has to be made (T-VISIT). */
    public Instant latest(String caseRef) {
        return deadlines.dueAt("T-VISIT", caseRef);
    }

    /**
     * A time by lot: any day from tomorrow until the next visit is due, within the hours the parents consented to. Empty where
     * the plan names none.
     */
    public Optional<Instant> draw(String caseRef) {
        List<Window> windows = windows(caseRef);
        if (windows.isEmpty() || !observing(caseRef)) {
            return Optional.empty();
        }
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        LocalDate last = LocalDate.ofInstant(latest(caseRef), clock.getZone()).minusDays(1);
        long days = Math.max(1, ChronoUnit.DAYS.between(tomorrow, last) + 1);
        Window window = windows.get(random.nextInt(windows.size()));
        long length = Duration.between(window.from(), window.to()).toMinutes();
        long minutes = length < 0 ? length + Duration.ofDays(1).toMinutes() : length;
        long steps = Math.max(1, minutes / MINUTES);
        return Optional.of(tomorrow.plusDays(random.nextLong(days))
                .atTime(window.from())
                .plusMinutes(random.nextLong(steps) * MINUTES)
                .atZone(clock.getZone())
                .toInstant());
    }

    /** @throws VisitRefused with what is wrong; nothing has changed then */
    @Transactional
    public void plan(
            String caseRef, Instant at, boolean announced, String outsideReason, String username, String ticket) {
        if (!observing(caseRef)) {
            throw new VisitRefused("not-observing");
        }
        if (!at.isAfter(clock.instant())) {
            throw new VisitRefused("past");
        }
        LocalTime time = at.atZone(clock.getZone()).toLocalTime();
        boolean within = windows(caseRef).stream().anyMatch(window -> window.holds(time));
        if (!announced && !within && outsideReason.isBlank()) {
            throw new VisitRefused("outside-hours");
        }
        if (outsideReason.length() > 2000) {
            throw new VisitRefused("long");
        }
        boolean there = jdbc.sql("select count(*) from planned_visit where ticket = ?")
                        .param(ticket)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!there) {
            jdbc.sql(
                            "insert into planned_visit (case_ref, at, announced, outside_reason, planned_by, state, state_reason,"
                                    + " ticket) values (?, ?, ?, ?, ?, 'PLANNED', '', ?)")
                    .params(caseRef, Columns.utc(at), announced, outsideReason.strip(), username, ticket)
                    .update();
        }
    }

    @Transactional
    public void cancel(String caseRef, long id, String reason) {
        if (reason.isBlank() || reason.length() > 2000) {
            throw new VisitRefused("no-reason");
        }
        jdbc.sql("update planned_visit set state = 'CANCELLED', state_reason = ? where case_ref = ? and id = ?"
                        + " and state = 'PLANNED'")
                .params(reason.strip(), caseRef, id)
                .update();
    }

    /** A visit was made: what was planned until then is not to come any more. */
    @Transactional
    void made(String caseRef, Instant at) {
        jdbc.sql("update planned_visit set state = 'MADE' where case_ref = ? and state = 'PLANNED' and at <= ?")
                .params(caseRef, Columns.utc(at.plus(1, ChronoUnit.DAYS)))
                .update();
    }

    private static Window window(Answers row) {
        return new Window(
                LocalTime.parse(row.text("from")),
                row.is("to", "24:00") ? LocalTime.MAX : LocalTime.parse(row.text("to")));
    }

    private static PlannedVisit read(ResultSet row, int number) throws SQLException {
        return new PlannedVisit(
                row.getLong("id"),
                Columns.instant(row, "at"),
                row.getBoolean("announced"),
                row.getString("outside_reason"),
                row.getString("planned_by"),
                row.getString("state"),
                row.getString("state_reason"));
    }
}
