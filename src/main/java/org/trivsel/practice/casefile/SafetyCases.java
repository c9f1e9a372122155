package org.trivsel.practice.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.access.CaseMembers;
import org.trivsel.platform.access.CaseNotFound;
import org.trivsel.platform.access.CaseRegister;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.data.Remembered;
import org.trivsel.platform.deadline.CaseCountry;
import org.trivsel.platform.engine.CaseStates;

/** The cases of this installation. */
@Repository
public class SafetyCases implements CaseStates, CaseCountry, CaseRegister {

    static final Set<String> ENDS =
            Set.of("CLOSED", "NOT_ELIGIBLE", "DECLINED", "WITHDRAWN", "NO_PLAN", "PLACED", "TRANSFERRED");

    private final JdbcClient jdbc;
    private final CaseMembers members;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Remembered<String, Optional<SafetyCase>> known = new Remembered<>();

    SafetyCases(
            JdbcClient jdbc, CaseMembers members, Decisions decisions, ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
        this.jdbc = jdbc;
        this.members = members;
        this.decisions = decisions;
    }

    /** @throws CaseNotFound when there is none */
    public SafetyCase get(String caseRef) {
        return find(caseRef).orElseThrow(() -> new CaseNotFound(caseRef));
    }

    public Optional<SafetyCase> find(String caseRef) {
        return known.get(caseRef, () -> jdbc.sql("select * from safety_case where case_ref = ?")
                .param(caseRef)
                .query(SafetyCases::read)
                .optional());
    }

    @Override
    public boolean exists(String caseRef) {
        return find(caseRef).isPresent();
    }

    @Override
    public List<String> casesAbout(String name) {
        return jdbc.sql("select distinct case_ref from person where lower(name) like ? escape '!'")
                .param("%" + name.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%")
                .query(String.class)
                .list();
    }

    /** The cases a person may see, the newest first. */
    public List<SafetyCase> of(String username) {
        return jdbc.sql("select * from safety_case c where exists (select 1 from case_member m"
                        + " where m.case_ref = c.case_ref and m.username = :user and " + CaseMembers.STILL_MEMBER
                        + ") or exists (select 1 from emergency_access e where e.case_ref = c.case_ref"
                        + " and e.username = :user and e.ends_at > :now) order by case_ref desc")
                .param("user", username)
                .param("now", Columns.utc(clock.instant()))
                .query(SafetyCases::read)
                .list();
    }

    /** The next reference of a year, such as 2026-0007. Two referrals at once get two. */
    @Transactional
    public String nextRef(int year) {
        int updated = jdbc.sql("update case_counter set last_number = last_number + 1 where case_year = ?")
                .param(year)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into case_counter (case_year, last_number) values (?, 1)")
                    .param(year)
                    .update();
        }
        int number = jdbc.sql("select last_number from case_counter where case_year = ?")
                .param(year)
                .query(Integer.class)
                .single();
        return "%d-%04d".formatted(year, number);
    }

    @Transactional
    public void open(SafetyCase opened) {
        known.forget();
        jdbc.sql("insert into safety_case (case_ref, track, mode, legal_basis, country, state, placement_status,"
                        + " police_case, caseworker, substitute, manager, team, names_visible, consented, referred_at,"
                        + " version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
                .params(
                        opened.caseRef(),
                        opened.track(),
                        opened.mode(),
                        opened.legalBasis(),
                        opened.country(),
                        opened.state(),
                        opened.placementStatus(),
                        opened.policeCase(),
                        opened.caseworker(),
                        opened.substitute(),
                        opened.manager(),
                        opened.team(),
                        opened.namesVisible(),
                        opened.consented(),
                        Columns.utc(opened.referredAt()))
                .update();
        members.grant(opened.caseRef(), opened.caseworker(), "CASEWORKER");
        members.grant(opened.caseRef(), opened.substitute(), "SUBSTITUTE");
        members.grant(opened.caseRef(), opened.manager(), "MANAGER");
    }

    /** The pair of consultants takes the case; the others of the pool lose sight of it. */
    @Transactional
    public void assignConsultants(String caseRef, String first, @Nullable String second) {
        known.forget();
        jdbc.sql("update safety_case set consultant1 = ?, consultant2 = ? where case_ref = ?")
                .params(first, second, caseRef)
                .update();
        members.revoke(caseRef, "POOL");
        members.revoke(caseRef, "CONSULTANT");
        members.grant(caseRef, first, "CONSULTANT");
        if (second != null) {
            members.grant(caseRef, second, "CONSULTANT");
        }
    }

    @Override
    @Transactional
    public void enter(String caseRef, String modelState) {
        String state = approvedFor(caseRef, modelState);
        known.forget();
        jdbc.sql("update safety_case set state = ?, version = version + 1 where case_ref = ?")
                .params(state, caseRef)
                .update();
        if (state.equals("OFFERED")) {
            decisions.passed(caseRef, "G0");
        }
        if (ENDS.contains(state)) {
            known.forget();
            jdbc.sql("update safety_case set closed_at = coalesce(closed_at, ?) where case_ref = ?")
                    .params(Columns.utc(clock.instant()), caseRef)
                    .update();
        }
        events.publishEvent(new CaseStateEntered(caseRef, state));
    }

    /** An approved plan for an unborn child, or for one who lives elsewhere, waits for the child. */
    private String approvedFor(String caseRef, String state) {
        if (!state.equals("APPROVED")) {
            return state;
        }
        return switch (get(caseRef).track()) {
            case "UNBORN" -> "APPROVED_AWAITING_BIRTH";
            case "RETURN_HOME" -> "APPROVED_AWAITING_RETURN";
            default -> state;
        };
    }

    @Transactional
    public void showNames(String caseRef) {
        set(caseRef, "names_visible", true);
    }

    @Transactional
    public void consented(String caseRef, boolean consented) {
        set(caseRef, "consented", consented);
    }

    @Transactional
    public void placed(String caseRef, String placementStatus) {
        set(caseRef, "placement_status", placementStatus);
    }

    @Transactional
    public void closed(String caseRef, Instant at) {
        set(caseRef, "closed_at", Columns.utc(at));
    }

    @Transactional
    public void observe(String caseRef, LocalDate start, int months) {
        set(caseRef, "observation_start", start);
        set(caseRef, "observation_months", months);
    }

    /** The case is about a child who is to return home from now on (E13). */
    @Transactional
    public void towardsHome(String caseRef) {
        set(caseRef, "track", "RETURN_HOME");
    }

    @Transactional
    public void policeCase(String caseRef, String policeCase) {
        set(caseRef, "police_case", policeCase);
    }

    /** @param reopens the closed case this one goes on from (E10) */
    @Transactional
    public void reopens(String caseRef, String reopens) {
        set(caseRef, "reopens", reopens);
    }

    public boolean isReopened(String caseRef) {
        return jdbc.sql("select count(*) from safety_case where reopens = ?")
                        .param(caseRef)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The case that was closed and that this one goes on from; empty for a first one. */
    public Optional<String> reopened(String caseRef) {
        return jdbc.sql("select reopens from safety_case where case_ref = ? and reopens is not null")
                .param(caseRef)
                .query(String.class)
                .optional();
    }

    /**
     * Somebody else takes a place on the case (E5).
     *
     * @param position CASEWORKER, SUBSTITUTE, CONSULTANT_ONE or CONSULTANT_TWO
     * @param oldAccessUntil when the one who leaves loses sight of the case
     */
    @Transactional
    public void staff(String caseRef, String position, @Nullable String from, String to, Instant oldAccessUntil) {
        String column =
                switch (position) {
                    case "CASEWORKER" -> "caseworker";
                    case "SUBSTITUTE" -> "substitute";
                    case "CONSULTANT_ONE" -> "consultant1";
                    default -> "consultant2";
                };
        String capacity = position.startsWith("CONSULTANT") ? "CONSULTANT" : position;
        if (from != null) {
            members.endAt(caseRef, from, capacity, oldAccessUntil);
        }
        members.grant(caseRef, to, capacity);
        set(caseRef, column, to);
    }

    private void set(String caseRef, String column, @Nullable Object value) {
        known.forget();
        jdbc.sql("update safety_case set " + column + " = ?, version = version + 1 where case_ref = ?")
                .params(value, caseRef)
                .update();
    }

    @Override
    public String country(String caseRef) {
        return find(caseRef).map(SafetyCase::country).orElse("DK");
    }

    private static SafetyCase read(ResultSet row, int number) throws SQLException {
        return new SafetyCase(
                row.getString("case_ref"),
                row.getString("track"),
                row.getString("mode"),
                row.getString("legal_basis"),
                row.getString("country"),
                row.getString("state"),
                row.getString("placement_status"),
                row.getString("police_case"),
                row.getString("caseworker"),
                row.getString("substitute"),
                row.getString("consultant1"),
                row.getString("consultant2"),
                row.getString("manager"),
                row.getString("team"),
                row.getBoolean("names_visible"),
                row.getBoolean("consented"),
                Columns.instant(row, "referred_at"),
                Columns.instantOrNull(row, "closed_at"),
                Columns.date(row, "observation_start"),
                row.getObject("observation_months", Integer.class));
    }
}
