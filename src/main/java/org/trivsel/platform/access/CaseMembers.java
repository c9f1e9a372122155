package org.trivsel.platform.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Remembered;

/** Need to know: who may open which case, and in what capacity (caseworker, substitute, consultant, manager, pool). */
@Repository
public class CaseMembers {

    private record Membership(String caseRef, String username) {}

    private final JdbcClient jdbc;
    private final Remembered<Membership, List<String>> known = new Remembered<>();

    CaseMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    public boolean isMember(String caseRef, String username) {
        return !capacities(caseRef, username).isEmpty();
    }

    public List<String> capacities(String caseRef, String username) {
        return known.get(new Membership(caseRef, username), () -> jdbc.sql(
                        "select capacity from case_member where case_ref = ? and username = ? order by capacity")
                .params(caseRef, username)
                .query(String.class)
                .list());
    }

    public boolean is(String caseRef, String username, String capacity) {
        return capacities(caseRef, username).contains(capacity);
    }
}
