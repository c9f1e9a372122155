package org.trivsel.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.trivsel.platform.data.Columns;

/** Who is away, and who looks after their work meanwhile. */
@Repository
public class Absences {

    private static final String NOW = " ended = false and from_day <= :today and until_day >= :today";

    private final JdbcClient jdbc;
    private final Clock clock;

    Absences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param until the last day away */
    public record Absence(long id, String username, String substitute, LocalDate from, LocalDate until, String by) {}

    /** Whose work a person looks after today. */
    public Set<String> coveredBy(String substitute) {
        return jdbc.sql("select username from absence where substitute = :substitute and" + NOW)
                .param("substitute", substitute)
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .set();
    }

    /** Who looks after a person's work today; empty while they are there. */
    public Optional<String> substituteOf(String username) {
        return jdbc.sql("select substitute from absence where username = :user and" + NOW + " order by id desc limit 1")
                .param("user", username)
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .optional();
    }

    /** Those of a person, and those in which they look after somebody, that are not over. */
    public List<Absence> of(String username) {
        return jdbc.sql("select * from absence where ended = false and until_day >= :today"
                        + " and (username = :user or substitute = :user) order by from_day, id")
                .param("user", username)
                .param("today", LocalDate.now(clock))
                .query(Absences::read)
                .list();
    }

    /** Everybody's that are not over, for whoever leads a team. */
    public List<Absence> all() {
        return jdbc.sql("select * from absence where ended = false and until_day >= :today order by from_day, id")
                .param("today", LocalDate.now(clock))
                .query(Absences::read)
                .list();
    }

    public Optional<Absence> find(long id) {
        return jdbc.sql("select * from absence where id = ?")
                .param(id)
                .query(Absences::read)
                .optional();
    }

    /** Those of today. */
    public List<Absence> today() {
        return jdbc.sql("select * from absence where" + NOW)
                .param("today", LocalDate.now(clock))
                .query(Absences::read)
                .list();
    }

    public void insert(String username, String substitute, LocalDate from, LocalDate until, String by) {
        jdbc.sql("insert into absence (username, substitute, from_day, until_day, entered_by) values (?, ?, ?, ?, ?)")
                .params(username, substitute, from, until, by)
                .update();
    }

    public void ended(long id) {
        jdbc.sql("update absence set ended = true where id = ?").param(id).update();
    }

    private static Absence read(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getLong("id"),
                row.getString("username"),
                row.getString("substitute"),
                java.util.Objects.requireNonNull(Columns.date(row, "from_day")),
                java.util.Objects.requireNonNull(Columns.date(row, "until_day")),
                row.getString("entered_by"));
    }
}
