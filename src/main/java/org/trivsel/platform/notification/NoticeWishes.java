package org.trivsel.platform.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Remembered;

/** How each person wants to be told: when the daily mail comes, and whether it does. */
@Repository
public class NoticeWishes {

    static final String COLUMNS = "w.digest_at, w.digest, w.reminders";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Remembered<String, Wish> known = new Remembered<>();

    NoticeWishes(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Somebody has chosen. */
    record Chosen(String username, Wish wish) {}

    /**
     * @param digestAt when the daily mail comes, to the quarter of an hour
     * @param digest whether it comes at all; what cannot wait is mailed all the same
     * @param reminders whether it holds what is due soon, or only what is late
     */
    public record Wish(LocalTime digestAt, boolean digest, boolean reminders) {

        static final Wish DEFAULT = new Wish(LocalTime.of(7, 0), true, true);
    }

    public Wish of(String username) {
        return known.get(username, () -> jdbc.sql("select " + COLUMNS + " from notice_wish w where w.username = ?")
                .param(username)
                .query((row, number) -> read(row))
                .optional()
                .orElse(Wish.DEFAULT));
    }

    /** Whoever has chosen nothing has no row. */
    static Wish read(ResultSet row) throws SQLException {
        LocalTime at = row.getObject("digest_at", LocalTime.class);
        return at == null ? Wish.DEFAULT : new Wish(at, row.getBoolean("digest"), row.getBoolean("reminders"));
    }

    @Transactional
    public void choose(String username, Wish wish) {
        known.forget();
        int changed = jdbc.sql("update notice_wish set digest_at = ?, digest = ?, reminders = ? where username = ?")
                .params(wish.digestAt(), wish.digest(), wish.reminders(), username)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into notice_wish (digest_at, digest, reminders, username) values (?, ?, ?, ?)")
                    .params(wish.digestAt(), wish.digest(), wish.reminders(), username)
                    .update();
        }
        events.publishEvent(new Chosen(username, wish));
    }

    /** The times a daily mail can come, every quarter of an hour from five to nine at night. */
    public static List<LocalTime> times() {
        return java.util.stream.Stream.iterate(LocalTime.of(5, 0), time -> time.plusMinutes(15))
                .limit(65)
                .toList();
    }
}
