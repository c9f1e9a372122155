package org.trivsel.platform.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.identity.User;

/** What colleagues tell each other about a task: seen by whoever sees the task, never changed, never mailed. */
@Repository
public class TaskComments {

    public static final int LONGEST = 4000;

    private final VisibleTasks visible;
    private final JdbcClient jdbc;
    private final Clock clock;

    TaskComments(VisibleTasks visible, JdbcClient jdbc, Clock clock) {
        this.visible = visible;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record Comment(String text, String by, Instant at) {}

    public List<Comment> of(String taskId) {
        return jdbc.sql("select text, by_user, at from task_comment where task_id = ? order by id")
                .param(taskId)
                .query((row, number) ->
                        new Comment(row.getString("text"), row.getString("by_user"), Columns.instant(row, "at")))
                .list();
    }

    /**
     * @param ticket of the click; a second one with the same ticket writes nothing
     * @return false when there is nothing to say, or too much
     * @throws TaskNotFound when the user may not see it; @throws TaskGone when it was completed meanwhile
     */
    @Transactional
    public boolean write(User user, String taskId, String text, String ticket) {
        WorklistTask task = visible.get(user, taskId);
        String kept = text.strip();
        if (kept.isEmpty() || kept.length() > LONGEST) {
            return false;
        }
        jdbc.sql("insert into task_comment (task_id, case_ref, text, by_user, at, ticket) select ?, ?, ?, ?, ?, ?"
                        + " where not exists (select 1 from task_comment where ticket = ?)")
                .params(taskId, task.caseRef(), kept, user.username(), Columns.utc(clock.instant()), ticket, ticket)
                .update();
        return true;
    }
}
