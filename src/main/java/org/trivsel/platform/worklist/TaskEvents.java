package org.trivsel.platform.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.identity.User;

/** What happened to a task besides being done, and whether a person has seen it as it is now. */
@Repository
public class TaskEvents {

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was done with a task. */
    public enum Kind {
        CLAIMED,
        RELEASED,
        ASSIGNED
    }

    public record Event(Kind kind, @Nullable String from, @Nullable String to, String reason, String by, Instant at) {}

    void record(WorklistTask task, Kind kind, @Nullable String to, String reason, User by) {
        jdbc.sql("insert into task_event (task_id, case_ref, kind, from_user, to_user, reason, by_user, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        task.id(),
                        task.caseRef(),
                        kind.name(),
                        task.assignee(),
                        to,
                        reason,
                        by.username(),
                        Columns.utc(clock.instant()))
                .update();
    }

    public List<Event> of(String taskId) {
        return jdbc.sql(
                        "select kind, from_user, to_user, reason, by_user, at from task_event where task_id = ? order by id")
                .param(taskId)
                .query((row, number) -> new Event(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("from_user"),
                        row.getString("to_user"),
                        row.getString("reason"),
                        row.getString("by_user"),
                        Columns.instant(row, "at")))
                .list();
    }

    void seen(String taskId, String username) {
        Instant now = clock.instant();
        int first = jdbc.sql("insert into task_seen (seen_at, username, task_id) select ?, ?, ? where not exists"
                        + " (select 1 from task_seen where username = ? and task_id = ?)")
                .params(Columns.utc(now), username, taskId, username, taskId)
                .update();
        if (first == 0) {
            jdbc.sql("update task_seen set seen_at = ? where username = ? and task_id = ?")
                    .params(Columns.utc(now), username, taskId)
                    .update();
        }
    }
}
