package org.trivsel.platform.worklist;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Filters of the task list that a person comes back to. */
@Repository
public class SavedViews {

    private static final int NAME = 60;
    private static final int QUERY = 400;
    private static final int AT_MOST = 20;

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param query the filters as they stand in the address */
    public record View(long id, String name, String query) {}

    public List<View> of(String username) {
        return jdbc.sql("select id, name, query from saved_view where username = ? order by name")
                .param(username)
                .query((row, number) -> new View(row.getLong("id"), row.getString("name"), row.getString("query")))
                .list();
    }

    /** @return false when the name is empty or too long, or there are too many; one of the same name is replaced */
    @Transactional
    public boolean save(String username, String name, String query) {
        String kept = name.strip();
        boolean known = of(username).stream().anyMatch(view -> view.name().equals(kept));
        if (kept.isEmpty()
                || kept.length() > NAME
                || query.length() > QUERY
                || (!known && of(username).size() >= AT_MOST)) {
            return false;
        }
        int changed = jdbc.sql("update saved_view set query = ? where username = ? and name = ?")
                .params(query, username, kept)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into saved_view (query, username, name) values (?, ?, ?)")
                    .params(query, username, kept)
                    .update();
        }
        return true;
    }

    @Transactional
    public void delete(String username, long id) {
        jdbc.sql("delete from saved_view where username = ? and id = ?")
                .params(username, id)
                .update();
    }
}
