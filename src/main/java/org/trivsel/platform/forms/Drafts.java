package org.trivsel.platform.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /**
     * @param data what was typed, as it is: a draft may be incomplete and wrong
     * @param revision how often it was saved
     */
    public record Draft(JsonNode data, Instant savedAt, long revision) {}

    public Optional<Draft> find(String taskId, String username) {
        return jdbc.sql("select data, saved_at, revision from form_draft where task_id = ? and username = ?")
                .params(taskId, username)
                .query((row, number) -> new Draft(
                        read(row.getString("data")), Columns.instant(row, "saved_at"), row.getLong("revision")))
                .optional();
    }

    /** Whatever was there before: for who keeps no account of revisions. */
    @Transactional
    public Instant save(String taskId, String username, JsonNode data) {
        return save(taskId, username, data, null).savedAt();
    }

    /**
     * @param known the revision the writer has seen (0 for none), or null for whatever there is
     * @throws DraftIsNewer when another tab or device has saved since; nothing is written over
     */
    @Transactional
    public Draft save(String taskId, String username, JsonNode data, @Nullable Long known) {
        Instant now = clock.instant();
        Optional<Draft> before = find(taskId, username);
        long revision = before.map(Draft::revision).orElse(0L);
        if (known != null && before.isPresent() && revision != known) {
            throw new DraftIsNewer(before.get());
        }
        int updated = jdbc.sql("update form_draft set data = ?, saved_at = ?, revision = ?"
                        + " where task_id = ? and username = ? and revision = ?")
                .params(data.toString(), Columns.utc(now), revision + 1, taskId, username, revision)
                .update();
        if (updated == 0 && before.isPresent()) {
            throw new DraftIsNewer(find(taskId, username).orElse(before.get())); // in the same moment
        }
        if (updated == 0) {
            jdbc.sql("insert into form_draft (task_id, username, data, saved_at, revision) values (?, ?, ?, ?, ?)")
                    .params(taskId, username, data.toString(), Columns.utc(now), revision + 1)
                    .update();
        }
        return new Draft(data, now, revision + 1);
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
