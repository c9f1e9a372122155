package org.trivsel.practice.network;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.practice.casefile.ElementSource;

/** The family's network: suggested, invited, informed, committed, active, left (F14). */
@Repository
public class NetworkMembers implements ElementSource {

    private final JdbcClient jdbc;

    NetworkMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Member(
            String person,
            State state,
            boolean adult,
            @Nullable LocalDate informedConcerns,
            @Nullable LocalDate informedGoals,
            @Nullable LocalDate committedOn,
            @Nullable LocalDate leftOn) {

        /** Whether this person knows what we worry about and what must be seen instead. */
        public boolean isInformed() {
            return informedConcerns != null && informedGoals != null && state != State.LEFT;
        }

        /** Counts towards six to eight: adult, informed and committed. Parents and professionals are no members. */
        public boolean isCountable() {
            return adult && isInformed() && (state == State.COMMITTED || state == State.ACTIVE);
        }
    }

    public enum State {
        SUGGESTED,
        INVITED,
        INFORMED,
        COMMITTED,
        ACTIVE,
        LEFT
    }

    public List<Member> of(String caseRef) {
        return jdbc.sql("select * from network_member where case_ref = ? order by length(person), person")
                .param(caseRef)
                .query((row, number) -> new Member(
                        row.getString("person"),
                        State.valueOf(row.getString("state")),
                        row.getBoolean("adult"),
                        Columns.date(row, "informed_concerns"),
                        Columns.date(row, "informed_goals"),
                        Columns.date(row, "committed_on"),
                        Columns.date(row, "left_on")))
                .list();
    }

    public int countable(String caseRef) {
        return (int) of(caseRef).stream().filter(Member::isCountable).count();
    }

    @Transactional
    void suggest(String caseRef, String person) {
        jdbc.sql("insert into network_member (case_ref, person, state, adult) values (?, ?, 'SUGGESTED', true)")
                .params(caseRef, person)
                .update();
    }

    @Transactional
    void update(String caseRef, Member member, String invitedBy) {
        jdbc.sql("update network_member set state = ?, adult = ?, invited_by = ?, informed_concerns = ?,"
                        + " informed_goals = ?, committed_on = ?, left_on = ? where case_ref = ? and person = ?")
                .params(
                        member.state().name(),
                        member.adult(),
                        invitedBy,
                        member.informedConcerns(),
                        member.informedGoals(),
                        member.committedOn(),
                        member.leftOn(),
                        caseRef,
                        member.person())
                .update();
    }

    /** With the plan in force, who committed is active. */
    @Transactional
    public void activate(String caseRef) {
        jdbc.sql("update network_member set state = 'ACTIVE' where case_ref = ? and state = 'COMMITTED'")
                .param(caseRef)
                .update();
    }

    /** Whether the member goes on after the case is closed: YES, NO or UNSURE. */
    @Transactional
    public void willing(String caseRef, String person, String answer) {
        jdbc.sql("update network_member set willing_after_close = ? where case_ref = ? and person = ?")
                .params(answer, caseRef, person)
                .update();
    }

    /** Who was in the network before is suggested anew: informed and committed they have to be again (E10). */
    @Transactional
    public void copy(String from, String to) {
        of(from).stream()
                .filter(member -> member.state() != State.LEFT)
                .forEach(member -> suggest(to, member.person()));
    }

    @Override
    public String name() {
        return "networkMembers";
    }

    /** Those to be prepared: everybody who was suggested and has not left. */
    @Override
    public List<String> ids(String caseRef) {
        return of(caseRef).stream()
                .filter(member -> member.state() != State.LEFT)
                .map(Member::person)
                .toList();
    }
}
