package org.trivsel.platform.worklist;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.trivsel.platform.access.CaseMembers;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.data.WholeDays;
import org.trivsel.platform.identity.Absences;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;

/**
 * The task list: our own read model, paged by key, so that a page costs the same with a thousand and a hundred
 * thousand open tasks. A person sees the tasks of the cases they belong to, and nothing else.
 */
@Repository
public class Worklist {

    private static final String COLUMNS = "t.task_id, t.case_ref, t.process_key, t.process_instance_id,"
            + " t.process_definition_id, t.deployment_id, t.task_key, t.name, t.form_id, t.element, t.candidate_group, t.assignee, t.due_at,"
            + " t.created_at";

    private final JdbcClient jdbc;
    private final CaseMembers members;
    private final ObjectProvider<Absences> absences;
    private final Clock clock;

    Worklist(JdbcClient jdbc, CaseMembers members, ObjectProvider<Absences> absences, Clock clock) {
        this.members = members;
        this.absences = absences;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Whose tasks. */
    public enum Whose {
        ME,
        NONE,
        ANY
    }

    /**
     * @param whose mine, nobody's (of a role I hold), or everybody's in my cases
     * @param after the cursor of the page before, or null for the first page
     * @param overdueAt only what was late at this moment, or null for all
     */
    public record Query(
            Whose whose, @Nullable String caseRef, @Nullable Instant overdueAt, int limit, @Nullable String after) {

        Filter unfiltered() {
            return new Filter(null, null, List.of());
        }
    }

    /**
     * What a person looks for among their tasks.
     *
     * @param searched what was typed, part of a case's reference, or null
     * @param group a role whose tasks are wanted, or null for all
     * @param texts keys (process and element) of the tasks whose names hold what was typed
     */
    public record Filter(@Nullable String searched, @Nullable String group, List<String> texts) {}

    /** A task by its place in the models, for a search by its name in the reader's language. */
    public record Named(String processKey, String taskKey, String name) {

        public String textKey() {
            return processKey + "." + taskKey;
        }
    }

    /** The kinds of open tasks there are in a person's cases, by their names in the models. */
    public List<Named> kinds(User user) {
        return jdbc.sql("select distinct t.process_key, t.task_key, t.name from " + OF_MY_CASES + " t")
                .params(reader(user))
                .query((row, number) ->
                        new Named(row.getString("process_key"), row.getString("task_key"), row.getString("name")))
                .list();
    }

    /** @param next the cursor of the next page, or null on the last */
    public record Page(List<WorklistTask> tasks, @Nullable String next) {}

    public Page page(User user, Query query) {
        return page(user, query, query.unfiltered());
    }

    public Page page(User user, Query query, Filter filter) {
        Set<String> cases = members.casesOf(user.username());
        Map<String, Object> params = reader(user, cases);
        List<String> where = new ArrayList<>();
        switch (query.whose()) {
            case ME -> {
                where.add("t.assignee in (:mine)");
                params.put("mine", mine(user));
            }
            case NONE -> where.add("t.assignee is null and t.candidate_group in (:groups)");
            case ANY -> {}
        }
        if (query.caseRef() != null) {
            where.add("t.case_ref = :caseRef");
            params.put("caseRef", query.caseRef());
        }
        if (query.overdueAt() != null) {
            where.add("t.due_at < :overdueAt and t.due_at <> :today");
            params.put("overdueAt", Columns.utc(query.overdueAt()));
            params.put("today", Columns.utc(WholeDays.today(query.overdueAt(), clock.getZone())));
        }
        if (filter.group() != null) {
            where.add("t.candidate_group = :group");
            params.put("group", filter.group());
        }
        if (filter.searched() != null) {
            params.put(
                    "found",
                    orNone(cases.stream()
                            .filter(one -> one.contains(filter.searched()))
                            .toList()));
            params.put("texts", orNone(filter.texts()));
            where.add(
                    filter.texts().isEmpty()
                            ? "t.case_ref in (:found)"
                            : "(t.case_ref in (:found) or t.process_key || '.' || t.task_key in (:texts))");
        }
        if (query.after() != null) {
            Cursor cursor = Cursor.read(query.after());
            where.add("(t.due_at > :dueAt or (t.due_at = :dueAt and t.task_id > :taskId))");
            params.put("dueAt", Columns.utc(cursor.dueAt()));
            params.put("taskId", cursor.taskId());
        }
        params.put("limit", query.limit() + 1);
        // from the end where fewer are left: what is mine, what was searched in my cases, else all that is of my cases
        boolean fewAnyway = query.whose() == Whose.ME || filter.searched() != null;
        if (fewAnyway) {
            where.add(VISIBLE);
        }
        String from = fewAnyway ? "worklist_task" : OF_MY_CASES;
        String condition = where.isEmpty() ? "" : " where " + String.join(" and ", where);
        List<WorklistTask> rows = jdbc.sql("select " + COLUMNS + " from " + from + " t" + condition
                        + " order by t.due_at, t.task_id limit :limit")
                .params(params)
                .query(Worklist::read)
                .list();
        if (rows.size() <= query.limit()) {
            return new Page(rows, null);
        }
        List<WorklistTask> page = rows.subList(0, query.limit());
        return new Page(page, Cursor.after(page.get(page.size() - 1)));
    }

    /**
     * Need to know, and for what is no case (the advice line) the role. The reader's cases are named one by one, so that
     * no planner reads the tasks of all others.
     */
    private static final String VISIBLE =
            "(t.case_ref in (:cases) or t.case_ref is null and t.candidate_group in (:groups))";

    /** The same from the other end: the tasks of the reader's cases, however many others there are. */
    private static final String OF_MY_CASES = "(select * from worklist_task where case_ref in (:cases)"
            + " union all select * from worklist_task where case_ref is null and candidate_group in (:groups))";

    private Map<String, Object> reader(User user) {
        return reader(user, members.casesOf(user.username()));
    }

    private static Map<String, Object> reader(User user, Set<String> cases) {
        Map<String, Object> params = new HashMap<>();
        params.put("cases", orNone(cases));
        params.put("groups", orNone(user.roles().stream().map(Role::group).toList()));
        return params;
    }

    public int count(User user, Whose whose) {
        String sql = whose == Whose.ME
                ? "select count(*) from worklist_task t where " + VISIBLE + " and t.assignee in (:mine)"
                : "select count(*) from " + OF_MY_CASES
                        + " t where t.assignee is null and t.candidate_group in (:groups)";
        return jdbc.sql(sql)
                .params(reader(user))
                .param("mine", mine(user))
                .query(Integer.class)
                .single();
    }

    public Optional<WorklistTask> find(String taskId) {
        return jdbc.sql("select " + COLUMNS + " from worklist_task t where t.task_id = ?")
                .param(taskId)
                .query(Worklist::read)
                .optional();
    }

    /** Several tasks at once, by their ids. */
    public Map<String, WorklistTask> byId(Collection<String> taskIds) {
        return taskIds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select " + COLUMNS + " from worklist_task t where t.task_id in (:ids)")
                        .param("ids", taskIds)
                        .query(Worklist::read)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(WorklistTask::id, task -> task));
    }

    public List<WorklistTask> ofCase(String caseRef) {
        return jdbc.sql("select " + COLUMNS + " from worklist_task t where t.case_ref = ? order by t.due_at, t.task_id")
                .param(caseRef)
                .query(Worklist::read)
                .list();
    }

    /** Which of these tasks a person has not seen as they are now. */
    public Set<String> unseen(String username, Collection<String> taskIds) {
        return taskIds.isEmpty()
                ? Set.of()
                : jdbc.sql(
                                "select t.task_id from worklist_task t where t.task_id in (:ids) and not exists (select 1 from"
                                        + " task_seen s where s.username = :user and s.task_id = t.task_id"
                                        + " and s.seen_at >= t.changed_at)")
                        .param("ids", taskIds)
                        .param("user", username)
                        .query(String.class)
                        .set();
    }

    /** A number that changes when anything in a person's lists does. */
    public String version(User user) {
        return jdbc.sql("select count(*) as n, sum(extract(epoch from t.changed_at)) as at, max(t.task_id) as id from "
                        + OF_MY_CASES + " t")
                .params(reader(user))
                .query((row, number) ->
                        Integer.toHexString(Objects.hash(row.getInt("n"), row.getString("at"), row.getString("id"))))
                .single();
    }

    /** Mine, and those of colleagues who are away and whose work I look after. */
    private Set<String> mine(User user) {
        Set<String> people = new HashSet<>(absences.getObject().coveredBy(user.username()));
        people.add(user.username());
        return people;
    }

    /** An empty list is no SQL. */
    private static Collection<String> orNone(Collection<String> values) {
        return values.isEmpty() ? List.of("-") : values;
    }

    private static WorklistTask read(ResultSet row, int number) throws SQLException {
        return new WorklistTask(
                row.getString("task_id"),
                row.getString("case_ref"),
                row.getString("process_key"),
                row.getString("process_instance_id"),
                row.getString("process_definition_id"),
                row.getString("deployment_id"),
                row.getString("task_key"),
                row.getString("name"),
                row.getString("form_id"),
                row.getString("element"),
                row.getString("candidate_group"),
                row.getString("assignee"),
                Columns.instant(row, "due_at"),
                Columns.instant(row, "created_at"));
    }

    /** A place in the list that stays right when rows before it come and go. */
    private record Cursor(Instant dueAt, String taskId) {

        static String after(WorklistTask task) {
            String plain = task.dueAt() + "|" + task.id();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        static Cursor read(String text) {
            try {
                String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                int bar = plain.indexOf('|');
                return new Cursor(Instant.parse(plain.substring(0, bar)), plain.substring(bar + 1));
            } catch (IllegalArgumentException | DateTimeException | StringIndexOutOfBoundsException e) {
                throw new BadCursor();
            }
        }
    }
}
