package org.trivsel.platform.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;

/** The secret addresses under which people's own calendars read their dates: one per person, only its hash is kept. */
@Repository
public class CalendarFeeds {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param readAt when a calendar asked for it last, or null */
    public record Feed(Instant createdAt, @Nullable Instant readAt) {}

    public Optional<Feed> of(String username) {
        return jdbc.sql("select created_at, read_at from calendar_feed where username = ? and revoked_at is null")
                .param(username)
                .query((row, number) ->
                        new Feed(Columns.instant(row, "created_at"), Columns.instantOrNull(row, "read_at")))
                .optional();
    }

    /** Makes a new address; the one before stops to work. It is shown this once. */
    @Transactional
    public String create(String username) {
        revoke(username);
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("insert into calendar_feed (token_hash, username, created_at) values (?, ?, ?)")
                .params(hash(token), username, Columns.utc(clock.instant()))
                .update();
        return token;
    }

    @Transactional
    public void revoke(String username) {
        jdbc.sql("update calendar_feed set revoked_at = ? where username = ? and revoked_at is null")
                .params(Columns.utc(clock.instant()), username)
                .update();
    }

    /** @return whose feed it is; empty for an address that never was, or is no more: one cannot tell which */
    @Transactional
    public Optional<String> read(String token) {
        String hash = hash(token);
        Optional<String> username = jdbc.sql(
                        "select username from calendar_feed where token_hash = ? and revoked_at is null")
                .param(hash)
                .query(String.class)
                .optional();
        if (username.isPresent()) {
            jdbc.sql("update calendar_feed set read_at = ? where token_hash = ?")
                    .params(Columns.utc(clock.instant()), hash)
                    .update();
        }
        return username;
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
