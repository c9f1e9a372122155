package org.trivsel.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;

/**
 * Breaking the glass: a colleague who is not on a case opens it because a child cannot wait. It needs a reason, ends by
 * itself, is shown to the team of the case, and is reviewed by its manager (GDPR art. 32, logging of every access).
 */
@Service
public class EmergencyAccess {

    static final Duration LASTS = Duration.ofHours(24);
    static final int SHORTEST_REASON = 10;
    static final int LONGEST_REASON = 1000;

    private static final Set<Role> STAFF = Set.of(Role.CASEWORKER, Role.CONSULTANT, Role.MANAGER);

    private final JdbcClient jdbc;
    private final CaseRegister cases;
    private final CaseMembers members;
    private final AccessLog log;
    private final Clock clock;

    EmergencyAccess(JdbcClient jdbc, CaseRegister cases, CaseMembers members, AccessLog log, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.members = members;
        this.log = log;
        this.clock = clock;
    }

    /** @param reviewedAt null while nobody has reviewed it */
    public record Opening(
            long id,
            String caseRef,
            String username,
            String reason,
            Instant openedAt,
            Instant endsAt,
            @Nullable Instant reviewedAt,
            @Nullable String reviewedBy,
            @Nullable String review) {}

    public static boolean mayOpen(User user) {
        return user.roles().stream().anyMatch(STAFF::contains);
    }

    /**
     * Opens the case for a day.
     *
     * @throws EmergencyRefused when there is no such case or the reason says too little; its message is a text key
     */
    @Transactional
    public void open(User user, String caseRef, String reason) {
        if (!mayOpen(user)) {
            throw new AccessDeniedException("only those who work on cases open one in an emergency");
        }
        if (!cases.exists(caseRef)) {
            throw new EmergencyRefused("emergency.no-case");
        }
        String said = reason.strip();
        if (said.length() < SHORTEST_REASON || said.length() > LONGEST_REASON) {
            throw new EmergencyRefused("emergency.say-why");
        }
        if (!members.isMember(caseRef, user.username())) {
            Instant now = clock.instant();
            members.forget();
            jdbc.sql("insert into emergency_access (case_ref, username, reason, opened_at, ends_at)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(caseRef, user.username(), said, Columns.utc(now), Columns.utc(now.plus(LASTS)))
                    .update();
        }
        log.record(user.username(), caseRef, "emergency", Purpose.EMERGENCY);
    }

    /** Nobody has looked yet at why these were opened; the oldest first. */
    public List<Opening> unreviewed(String caseRef) {
        return jdbc.sql("select * from emergency_access where case_ref = ? and reviewed_at is null order by id")
                .param(caseRef)
                .query(EmergencyAccess::read)
                .list();
    }

    /** What waits for the review of a manager, over all cases. */
    public List<Opening> toReview(User manager) {
        return jdbc.sql("select * from emergency_access e where reviewed_at is null and username <> ?"
                        + " and exists (select 1 from case_member m where m.case_ref = e.case_ref and m.username = ?"
                        + " and m.capacity = 'MANAGER') order by id")
                .params(manager.username(), manager.username())
                .query(EmergencyAccess::read)
                .list();
    }

    /**
     * The manager of the case says what came of it. Nobody reviews their own opening.
     *
     * @throws CaseNotFound when it is not for this person to review
     */
    @Transactional
    public void review(User manager, long id, String review) {
        Opening opening = toReview(manager).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new CaseNotFound("emergency " + id));
        jdbc.sql("update emergency_access set reviewed_at = ?, reviewed_by = ?, review = ? where id = ?")
                .params(
                        Columns.utc(clock.instant()),
                        manager.username(),
                        review.strip().substring(0, Math.min(review.strip().length(), LONGEST_REASON)),
                        id)
                .update();
        log.record(manager.username(), opening.caseRef(), "emergency review", Purpose.REVIEW);
    }

    private static Opening read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Opening(
                row.getLong("id"),
                row.getString("case_ref"),
                row.getString("username"),
                row.getString("reason"),
                Columns.instant(row, "opened_at"),
                Columns.instant(row, "ends_at"),
                Columns.instantOrNull(row, "reviewed_at"),
                row.getString("reviewed_by"),
                row.getString("review"));
    }
}
