package org.trivsel.platform.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.engine.WakeUps;
import org.trivsel.platform.identity.User;

/**
 * Mails on their way. One is written in the transaction of what it tells of, and taken by one node at a time; a node that
 * dies with a mail in its hands leaves it to another after a while.
 */
@Repository
public class Outbox {

    private static final String COLUMNS =
            "id, idem_key, username, recipient, kind, subject, body, created_at, next_try_at,"
                    + " tries, trouble, sent_at, refused_at";

    private final JdbcClient jdbc;
    private final WakeUps wakeUps;
    private final Clock clock;
    private final Duration lease;

    Outbox(JdbcClient jdbc, WakeUps wakeUps, Clock clock, @Value("${trivsel.mail.lease:PT2M}") Duration lease) {
        this.jdbc = jdbc;
        this.wakeUps = wakeUps;
        this.clock = clock;
        this.lease = lease;
    }

    /** Why a mail goes out. */
    public enum Kind {
        AT_ONCE,
        DIGEST,
        MEETING
    }

    public record Mail(
            long id,
            String key,
            String username,
            String recipient,
            Kind kind,
            String subject,
            String body,
            Instant createdAt,
            @Nullable Instant nextTryAt,
            int tries,
            @Nullable String trouble,
            @Nullable Instant sentAt,
            @Nullable Instant refusedAt) {}

    /**
     * Takes part in the caller's transaction.
     *
     * @param key what the mail is about and for whom; a second one under the same key is not written
     * @return whether it was written
     */
    @Transactional
    public boolean put(String key, User to, Kind kind, String subject, String body) {
        if (to.email() == null || to.email().isBlank()) {
            return false; // the notice stands in the application
        }
        Instant now = clock.instant();
        boolean written =
                jdbc.sql("insert into mail_outbox (idem_key, username, recipient, kind, subject, body, created_at,"
                                        + " next_try_at) select ?, ?, ?, ?, ?, ?, ?, ?"
                                        + " where not exists (select 1 from mail_outbox where idem_key = ?)")
                                .params(
                                        key,
                                        to.username(),
                                        to.email(),
                                        kind.name(),
                                        subject,
                                        body,
                                        Columns.utc(now),
                                        Columns.utc(now),
                                        key)
                                .update()
                        > 0;
        if (written) {
            wakeUps.soon(MailDelivery.TYPE);
        }
        return written;
    }

    /** Until when what is taken now belongs to this node. */
    Instant leaseEnd() {
        return clock.instant().plus(lease);
    }

    /** Takes some mails for this node, for as long as the lease. Committed before the first is sent. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    List<Mail> take(int limit) {
        Instant now = clock.instant();
        List<Mail> taken = jdbc.sql("select " + COLUMNS + " from mail_outbox where next_try_at between :ever and :now"
                        + " and (claimed_until is null or claimed_until <= :now) order by next_try_at, id"
                        + " limit :limit for update skip locked")
                .param("ever", Columns.EVER)
                .param("now", Columns.utc(now))
                .param("limit", limit)
                .query(Outbox::read)
                .list();
        if (!taken.isEmpty()) {
            jdbc.sql("update mail_outbox set claimed_until = :until where id in (:ids)")
                    .param("until", Columns.utc(now.plus(lease)))
                    .param("ids", taken.stream().map(Mail::id).toList())
                    .update();
        }
        return taken;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void sent(Collection<Mail> mails) {
        jdbc.sql("update mail_outbox set sent_at = :at, next_try_at = null, claimed_until = null, tries = tries + 1,"
                        + " trouble = null where id in (:ids)")
                .param("at", Columns.utc(clock.instant()))
                .param("ids", mails.stream().map(Mail::id).toList())
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void failed(Mail mail, String trouble, Instant nextTry) {
        jdbc.sql(
                        "update mail_outbox set next_try_at = ?, claimed_until = null, tries = tries + 1, trouble = ? where id = ?")
                .params(Columns.utc(nextTry), shortened(trouble), mail.id())
                .update();
    }

    /** The other side will never take it: the address does not exist. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void refused(Mail mail, String trouble) {
        jdbc.sql("update mail_outbox set refused_at = ?, next_try_at = null, claimed_until = null, tries = tries + 1,"
                        + " trouble = ? where id = ?")
                .params(Columns.utc(clock.instant()), shortened(trouble), mail.id())
                .update();
    }

    /** Somebody mended the address or the server: what waits or was refused is tried now, to the address as it is today. */
    @Transactional
    public void tryAgain(long id, String recipient) {
        Instant now = clock.instant();
        jdbc.sql(
                        "update mail_outbox set next_try_at = ?, refused_at = null, recipient = ? where id = ? and sent_at is null")
                .params(Columns.utc(now), recipient, id)
                .update();
        wakeUps.soon(MailDelivery.TYPE);
    }

    public Optional<Mail> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from mail_outbox where id = ?")
                .param(id)
                .query(Outbox::read)
                .optional();
    }

    /** When the next one is to be tried; a mail that a node holds counts for when it lets go. */
    Optional<Instant> next() {
        return jdbc.sql(
                        "select min(case when claimed_until > next_try_at then claimed_until else next_try_at end) as at"
                                + " from mail_outbox where next_try_at >= ?")
                .param(Columns.EVER)
                .query((row, number) -> Optional.ofNullable(Columns.instantOrNull(row, "at")))
                .single();
    }

    /** The newest mails, those in trouble first. */
    public List<Mail> newest(int limit) {
        return jdbc.sql("select " + COLUMNS + " from mail_outbox order by case when sent_at is null then 0 else 1 end,"
                        + " id desc limit " + limit)
                .query(Outbox::read)
                .list();
    }

    private static String shortened(String trouble) {
        return trouble.substring(0, Math.min(trouble.length(), 500));
    }

    private static Mail read(ResultSet row, int number) throws SQLException {
        return new Mail(
                row.getLong("id"),
                row.getString("idem_key"),
                row.getString("username"),
                row.getString("recipient"),
                Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("body"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "next_try_at"),
                row.getInt("tries"),
                row.getString("trouble"),
                Columns.instantOrNull(row, "sent_at"),
                Columns.instantOrNull(row, "refused_at"));
    }
}
