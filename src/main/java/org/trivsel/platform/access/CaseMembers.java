package org.trivsel.platform.access;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.data.Remembered;

/** Need to know: who may open which case, and in what capacity (caseworker, substitute, consultant, manager, pool, emergency). */
@Repository
public class CaseMembers {

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
            jdbc.sql("insert into case_member (case_ref, username, capacity) values (?, ?, ?)")
                    .params(caseRef, username, capacity)
                    .update();
        }
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
        return known.get(new Membership(caseRef, username), () -> jdbc.sql(
                        "select capacity from case_member where case_ref = ? and username = ?"
                                + " union select 'EMERGENCY' from emergency_access"
                                + " where case_ref = ? and username = ? and ends_at > ?")
                .params(caseRef, username, caseRef, username, Columns.utc(clock.instant()))
                .query(String.class)
                .list());
    }

    public boolean is(String caseRef, String username, String capacity) {
        return capacities(caseRef, username).contains(capacity);
    }
}
