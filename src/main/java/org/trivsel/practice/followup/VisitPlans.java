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
import java.util.ArrayList;
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
    private static final int MOST_LETTERS = 2000;
    private static final int MOST_DAYS = 366;

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

    public record Move(Instant from, Instant to, String reason, String by, Instant at) {}

    /** Between which hours the parents consented to be visited. */
    public record Window(LocalTime from, LocalTime to) {

        long minutes() {
            long length = Duration.between(from, to).toMinutes();
            return length < 0 ? length + Duration.ofDays(1).toMinutes() : length;
        }

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
     * A time by lot, each as likely as any other: from tomorrow until the next visit is due, within the hours the parents
     * consented to. When it is due before that, or late already, the next hours count. Empty where the plan names no hours.
     */
    public Optional<Instant> draw(String caseRef) {
        List<Window> windows = windows(caseRef);
        if (windows.isEmpty() || !observing(caseRef)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant due = latest(caseRef);
        Instant tomorrow =
                LocalDate.now(clock).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        List<Instant> times = times(windows, tomorrow, due);
        if (times.isEmpty()) {
            times = times(windows, now, due);
        }
        if (times.isEmpty()) {
            times = times(windows, now, now.plus(2, ChronoUnit.DAYS));
        }
        return times.isEmpty() ? Optional.empty() : Optional.of(times.get(random.nextInt(times.size())));
    }

    /** Every five minutes of the windows, after the one moment and not after the other. */
    private List<Instant> times(List<Window> windows, Instant after, Instant until) {
        List<Instant> times = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(until, clock.getZone());
        // a window that goes past midnight begins the day before
        for (LocalDate day = LocalDate.ofInstant(after, clock.getZone()).minusDays(1);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            for (Window window : windows) {
                for (int minute = 0; minute <= window.minutes(); minute += MINUTES) {
                    Instant at = day.atTime(window.from())
                            .plusMinutes(minute)
                            .atZone(clock.getZone())
                            .toInstant();
                    if (at.isAfter(after) && !at.isAfter(until)) {
                        times.add(at);
                    }
                }
            }
        }
        return times;
    }

    /** @throws VisitRefused with what is wrong; nothing has changed then */
    @Transactional
    public void plan(
            String caseRef, Instant at, boolean announced, String outsideReason, String username, String ticket) {
        check(caseRef, at, announced, outsideReason);
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

    /** @throws VisitRefused with what is wrong; nothing has changed then */
    @Transactional
    public void move(String caseRef, long id, Instant at, String reason, String username) {
        PlannedVisit visit = planned(caseRef, id);
        requireReason(reason);
        check(caseRef, at, visit.announced(), reason);
        jdbc.sql("update planned_visit set at = ? where id = ?")
                .params(Columns.utc(at), id)
                .update();
        jdbc.sql("insert into planned_visit_move (visit_id, from_at, to_at, reason, by_user, at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        Columns.utc(visit.at()),
                        Columns.utc(at),
                        reason.strip(),
                        username,
                        Columns.utc(clock.instant()))
                .update();
    }

    /** @throws VisitRefused with what is wrong; nothing has changed then */
    @Transactional
    public void cancel(String caseRef, long id, String reason) {
        planned(caseRef, id);
        requireReason(reason);
        jdbc.sql("update planned_visit set state = 'CANCELLED', state_reason = ? where id = ?")
                .params(reason.strip(), id)
                .update();
    }

    public List<Move> moves(String caseRef) {
        return jdbc.sql("select m.from_at, m.to_at, m.reason, m.by_user, m.at from planned_visit_move m"
                        + " join planned_visit v on v.id = m.visit_id where v.case_ref = ? order by m.id desc")
                .param(caseRef)
                .query((row, number) -> new Move(
                        Columns.instant(row, "from_at"),
                        Columns.instant(row, "to_at"),
                        row.getString("reason"),
                        row.getString("by_user"),
                        Columns.instant(row, "at")))
                .list();
    }

    private PlannedVisit planned(String caseRef, long id) {
        return of(caseRef).stream()
                .filter(one -> one.id() == id && one.state().equals("PLANNED"))
                .findFirst()
                .orElseThrow(() -> new VisitRefused("over"));
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > MOST_LETTERS) {
            throw new VisitRefused("no-reason");
        }
    }

    private void check(String caseRef, Instant at, boolean announced, String outsideReason) {
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
        if (outsideReason.length() > MOST_LETTERS) {
            throw new VisitRefused("long");
        }
        if (at.isAfter(clock.instant().plus(MOST_DAYS, ChronoUnit.DAYS))) {
            throw new VisitRefused("too-far");
        }
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
