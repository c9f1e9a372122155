package org.trivsel.platform.access;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.data.Remembered;

/** Need to know: who may open which case, and in what capacity (caseworker, substitute, consultant, manager, pool, emergency). */
@Repository
public class CaseMembers {

    /** What a query asks of a row of `case_member`, with the parameter `now`: that its access has not ended. */
    public static final String STILL_MEMBER = "(m.until_at is null or m.until_at > :now)";

    private record Membership(String caseRef, String username) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Remembered<Membership, List<String>> known = new Remembered<>();

    CaseMembers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void grant(String caseRef, String username, String capacity) {
        if (!is(caseRef, username, capacity)) {
            known.forget();
            int back = jdbc.sql(
                            "update case_member set until_at = null where case_ref = ? and username = ? and capacity = ?")
                    .params(caseRef, username, capacity)
                    .update();
            if (back == 0) {
                jdbc.sql("insert into case_member (case_ref, username, capacity) values (?, ?, ?)")
                        .params(caseRef, username, capacity)
                        .update();
            }
        }
    }

    /** Lets the access of a person in one capacity end at a moment (E5: fourteen days after the hand-over). */
    @Transactional
    public void endAt(String caseRef, String username, String capacity, Instant until) {
        known.forget();
        jdbc.sql("update case_member set until_at = ? where case_ref = ? and username = ? and capacity = ?")
                .params(Columns.utc(until), caseRef, username, capacity)
                .update();
    }

    @Transactional
    public void revoke(String caseRef, String capacity) {
        known.forget();
        jdbc.sql("delete from case_member where case_ref = ? and capacity = ?")
                .params(caseRef, capacity)
                .update();
    }

    /** Before somebody writes what memberships are read from. */
    void forget() {
        known.forget();
    }

    public boolean isMember(String caseRef, String username) {
        return !capacities(caseRef, username).isEmpty();
    }

    public List<String> capacities(String caseRef, String username) {
        return known.get(new Membership(caseRef, username), () -> read(caseRef, username));
    }

    /** Asked for every step on a case; not as a union, which H2 parses anew each time. */
    private List<String> read(String caseRef, String username) {
        Set<String> capacities = new LinkedHashSet<>();
        jdbc.sql("select m.capacity, (select count(*) from emergency_access e where e.case_ref = :caseRef"
                        + " and e.username = :user and e.ends_at > :now) as emergencies from (select 1 as one) o"
                        + " left join case_member m on m.case_ref = :caseRef and m.username = :user and "
                        + STILL_MEMBER)
                .param("caseRef", caseRef)
                .param("user", username)
                .param("now", Columns.utc(clock.instant()))
                .query((ResultSet row) -> {
                    if (row.getString("capacity") != null) {
                        capacities.add(row.getString("capacity"));
                    }
                    if (row.getInt("emergencies") > 0) {
                        capacities.add("EMERGENCY");
                    }
                });
        return List.copyOf(capacities);
    }

    /** The cases a person belongs to now. */
    public Set<String> casesOf(String username) {
        return jdbc.sql("select distinct case_ref from case_member m where username = :user and " + STILL_MEMBER)
                .param("user", username)
                .param("now", Columns.utc(clock.instant()))
                .query(String.class)
                .set();
    }

    public boolean is(String caseRef, String username, String capacity) {
        return capacities(caseRef, username).contains(capacity);
    }
}
