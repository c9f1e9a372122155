package org.trivsel.platform.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;

/** What somebody typed and did not submit yet: on the server, one per task and person, never in the browser. */
@Repository
public class Drafts {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param data what was typed, as it is: a draft may be incomplete and wrong */
    public record Draft(JsonNode data, Instant savedAt) {}

    public Optional<Draft> find(String taskId, String username) {
        return jdbc.sql("select data, saved_at from form_draft where task_id = ? and username = ?")
                .params(taskId, username)
                .query((row, number) -> new Draft(read(row.getString("data")), Columns.instant(row, "saved_at")))
                .optional();
    }

    @Transactional
    public Instant save(String taskId, String username, JsonNode data) {
        Instant now = clock.instant();
        int updated = jdbc.sql("update form_draft set data = ?, saved_at = ? where task_id = ? and username = ?")
                .params(data.toString(), Columns.utc(now), taskId, username)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into form_draft (task_id, username, data, saved_at) values (?, ?, ?, ?)")
                    .params(taskId, username, data.toString(), Columns.utc(now))
                    .update();
        }
        return now;
    }

    @Transactional
    public void discard(String taskId, String username) {
        jdbc.sql("delete from form_draft where task_id = ? and username = ?")
                .params(taskId, username)
                .update();
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
