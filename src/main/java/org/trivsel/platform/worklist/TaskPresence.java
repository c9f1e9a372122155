package org.trivsel.platform.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.trivsel.platform.data.Columns;

/** Who has a task open just now, whichever node they came to: two people in one task see each other. */
@Repository
class TaskPresence {

    /** Three missed beats and somebody has gone. */
    private static final Duration GONE = Duration.ofSeconds(45);

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskPresence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return who else is there */
    List<String> here(String taskId, String username) {
        Instant now = clock.instant();
        jdbc.sql("delete from task_presence where at < ?")
                .param(Columns.utc(now.minus(GONE)))
                .update();
        int again = jdbc.sql("update task_presence set at = ? where task_id = ? and username = ?")
                .params(Columns.utc(now), taskId, username)
                .update();
        if (again == 0) {
            jdbc.sql("insert into task_presence (at, task_id, username) select ?, ?, ? where not exists"
                            + " (select 1 from task_presence where task_id = ? and username = ?)")
                    .params(Columns.utc(now), taskId, username, taskId, username)
                    .update();
        }
        return jdbc.sql("select username from task_presence where task_id = ? and username <> ? order by username")
                .params(taskId, username)
                .query(String.class)
                .list();
    }
}
