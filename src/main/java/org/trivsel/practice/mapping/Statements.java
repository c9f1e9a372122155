package org.trivsel.practice.mapping;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Option;
import org.trivsel.platform.forms.OptionSource;
import org.trivsel.practice.casefile.ElementSource;

/** Danger statements and safety goals. Every submission is a revision; approval belongs to the revision (G2). */
@Repository
public class Statements implements ElementSource, OptionSource {

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param children ids of the children it is about */
    public record Statement(
            String id,
            String whoWorried,
            @Nullable String harm,
            String danger,
            String impactOnChild,
            List<String> children,
            @Nullable String requirement,
            @Nullable String scale0,
            @Nullable String scale10) {}

    /** @param type SAFETY or WELLBEING; @param duration ISO-8601: how long it must be seen */
    public record Goal(
            String id,
            String statementId,
            String goal,
            String type,
            String seenBy,
            String duration,
            @Nullable String familyGoal) {}

    /** The newest revision, approved or not; 0 when nothing was written. */
    public int revision(String caseRef) {
        return jdbc.sql("select coalesce(max(revision), 0) from goal_revision where case_ref = ?")
                .param(caseRef)
                .query(Integer.class)
                .single();
    }

    /** Worries and goals of an earlier case, to be approved anew (E10). */
    @Transactional
    public void copyAsDraft(String from, String to, Instant at) {
        int revision = revision(from);
        if (revision == 0) {
            return;
        }
        jdbc.sql("insert into goal_revision (case_ref, revision, written_at) values (?, 1, ?)")
                .params(to, Columns.utc(at))
                .update();
        jdbc.sql("insert into danger_statement (case_ref, revision, id, who_worried, harm, danger, impact_on_child,"
                        + " children, requirement, scale0, scale10) select ?, 1, id, who_worried, harm, danger,"
                        + " impact_on_child, children, requirement, scale0, scale10 from danger_statement"
                        + " where case_ref = ? and revision = ?")
                .params(to, from, revision)
                .update();
        jdbc.sql("insert into safety_goal (case_ref, revision, id, statement_id, goal, type, seen_by, duration,"
                        + " family_goal) select ?, 1, id, statement_id, goal, type, seen_by, duration, family_goal"
                        + " from safety_goal where case_ref = ? and revision = ?")
                .params(to, from, revision)
                .update();
    }

    public boolean isApproved(String caseRef) {
        return jdbc.sql("select count(*) from goal_revision where case_ref = ? and revision = ? and approved_at is not"
                                + " null")
                        .params(caseRef, revision(caseRef))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public List<Statement> statements(String caseRef) {
        return jdbc.sql("select * from danger_statement where case_ref = ? and revision = ? order by id")
                .params(caseRef, revision(caseRef))
                .query((row, number) -> new Statement(
                        row.getString("id"),
                        row.getString("who_worried"),
                        row.getString("harm"),
                        row.getString("danger"),
                        row.getString("impact_on_child"),
                        Arrays.asList(row.getString("children").split(",")),
                        row.getString("requirement"),
                        row.getString("scale0"),
                        row.getString("scale10")))
                .list();
    }

    public List<Goal> goals(String caseRef) {
        return jdbc.sql("select * from safety_goal where case_ref = ? and revision = ? order by id")
                .params(caseRef, revision(caseRef))
                .query((row, number) -> new Goal(
                        row.getString("id"),
                        row.getString("statement_id"),
                        row.getString("goal"),
                        row.getString("type"),
                        row.getString("seen_by"),
                        row.getString("duration"),
                        row.getString("family_goal")))
                .list();
    }

    @Transactional
    void write(String caseRef, Instant at, List<Statement> statements, List<Goal> goals) {
        int revision = revision(caseRef) + 1;
        jdbc.sql("insert into goal_revision (case_ref, revision, written_at) values (?, ?, ?)")
                .params(caseRef, revision, Columns.utc(at))
                .update();
        statements.forEach(one -> jdbc.sql("insert into danger_statement (case_ref, revision, id, who_worried, harm,"
                        + " danger, impact_on_child, children, requirement, scale0, scale10)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseRef,
                        revision,
                        one.id(),
                        one.whoWorried(),
                        one.harm(),
                        one.danger(),
                        one.impactOnChild(),
                        String.join(",", one.children()),
                        one.requirement(),
                        one.scale0(),
                        one.scale10())
                .update());
        goals.forEach(one -> jdbc.sql("insert into safety_goal (case_ref, revision, id, statement_id, goal, type,"
                        + " seen_by, duration, family_goal) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseRef,
                        revision,
                        one.id(),
                        one.statementId(),
                        one.goal(),
                        one.type(),
                        one.seenBy(),
                        one.duration(),
                        one.familyGoal())
                .update());
    }

    @Transactional
    void approve(String caseRef, String approver, Instant at) {
        jdbc.sql("update goal_revision set approved_at = ?, approved_by = ? where case_ref = ? and revision = ?")
                .params(Columns.utc(at), approver, caseRef, revision(caseRef))
                .update();
    }

    @Override
    public String name() {
        return "dangerStatements";
    }

    @Override
    public List<String> ids(String caseRef) {
        return statements(caseRef).stream().map(Statement::id).toList();
    }

    @Override
    public Set<String> keys() {
        return Set.of("statements", "goals");
    }

    @Override
    public List<Option> options(String key, FormContext context) {
        if (context.caseRef() == null) {
            return List.of();
        }
        return key.equals("statements")
                ? statements(context.caseRef()).stream()
                        .map(one -> new Option(one.id(), one.id() + " – " + shortened(one.danger())))
                        .toList()
                : goals(context.caseRef()).stream()
                        .map(one -> new Option(one.id(), one.id() + " – " + shortened(one.goal())))
                        .toList();
    }

    private static String shortened(String text) {
        int limit = 80;
        return text.length() <= limit ? text : text.substring(0, limit - 1).strip() + "…";
    }
}
