package org.trivsel.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.deadline.WorkingDays;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.notification.NoticeWishes.Wish;
import org.trivsel.platform.worklist.Worklist;

/** When the next daily mail has something to say, so that nobody waits for a word that no rule has. */
class DigestTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    /** A Wednesday, after the daily mails. */
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-04-15T12:00");

    private final JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:digest", "sa", "");
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final Clock clock = Clock.fixed(at(NOW), ZONE);
    private final NoticeWishes wishes = new NoticeWishes(jdbc, event -> {});
    private final WorkingDays workingDays = mock();
    private final Users users = mock();
    private final Outbox outbox = mock();
    private final MailTexts texts = mock();
    private final Digest digest = new Digest(
            new Notices(jdbc, clock), wishes, users, mock(Worklist.class), outbox, texts, workingDays, mock(), clock);

    @BeforeEach
    void aDatabase() {
        Flyway.configure().dataSource(pool).load().migrate();
        when(workingDays.isWorkingDay(any(), anyString()))
                .thenAnswer(
                        call -> call.<LocalDate>getArgument(0).getDayOfWeek().getValue() < 6);
        when(users.of(any())).thenAnswer(call -> call.<Collection<String>>getArgument(0).stream()
                .map(name -> new User(name, name, Set.of(Role.CONSULTANT), "Team", null, name + "@example.org"))
                .toList());
        when(texts.digest(any(), any(), any(), any())).thenReturn(new MailTexts.Text("subject", "body"));
    }

    @AfterEach
    void close() {
        pool.dispose();
    }

    @Test
    void nothingToldNothingToSay() {
        assertThat(digest.wake()).as("looked at again in four weeks").contains(at(NOW.plusDays(28)));
        verifyNoInteractions(outbox);
    }

    @Test
    void whatWasToldAfterTodaysMailIsTomorrows() {
        told(deadline("2026-04-30T12:00", null, null), "lars", "2026-04-15T08:00", false);
        assertThat(digest.wake()).contains(at("2026-04-16T07:00"));
        verifyNoInteractions(outbox);
    }

    @Test
    void aMailThatWasMissedIsSentNow() {
        told(deadline("2026-04-30T12:00", null, null), "lars", "2026-04-15T06:00", false);
        told(deadline("2026-04-30T12:00", null, null), "lars", "2026-04-15T08:00", false);
        assertThat(digest.wake()).as("what came since").contains(at("2026-04-16T07:00"));
        assertThat(mailed()).containsExactly(true, false);
        verifySent("lars");
    }

    /** Others have theirs at another hour: nobody gets a second one, and what it would have said is not lost. */
    @Test
    void nobodyGetsASecondMailOnADay() {
        told(deadline("2026-04-30T12:00", null, null), "lars", "2026-04-15T06:00", false);
        jdbc.sql("insert into mail_outbox (idem_key, username, recipient, kind, subject, body, created_at)"
                        + " values ('digest/lars/2026-04-15', 'lars', 'lars@example.org', 'DIGEST', '-', '-', :at)")
                .param("at", Columns.utc(at("2026-04-15T07:00")))
                .update();
        told(deadline("2026-04-30T12:00", null, null), "signe", "2026-04-15T06:00", false);
        assertThat(digest.wake()).contains(at("2026-04-16T07:00"));
        verifySent("signe");
        assertThat(mailed()).containsExactly(false, true);
    }

    @Test
    void whatWasMailedIsSaidAgainOnceItIsLate() {
        told(deadline("2026-04-22T15:00", null, null), "lars", true);
        told(deadline("2026-04-30T12:00", null, null), "lars", true);
        assertThat(digest.wake()).contains(at("2026-04-23T07:00"));
    }

    @Test
    void whatIsLateIsSaidEveryWorkingDay() {
        told(deadline("2026-04-10T12:00", null, null), "lars", true);
        assertThat(digest.wake()).contains(at("2026-04-16T07:00"));
        verifySent("lars");
    }

    @Test
    void aDateWithoutATimeIsLateWhenTheDayIsOver() {
        told(deadline("2026-04-15T00:00", null, null), "lars", true);
        assertThat(digest.wake()).contains(at("2026-04-16T07:00"));
        jdbc.sql("update deadline set due_at = ?")
                .param(Columns.utc(at("2026-04-17T00:00")))
                .update();
        assertThat(digest.wake()).as("on Monday, not on Saturday").contains(at("2026-04-20T07:00"));
    }

    @Test
    void atTheTimeThePersonChose() {
        told(deadline("2026-04-22T15:00", null, null), "signe", true);
        wishes.choose("signe", new Wish(LocalTime.of(16, 30), true, true));
        assertThat(digest.wake()).contains(at("2026-04-22T16:30"));
    }

    @Test
    void notForWhoeverWantsNoneNorForWhatIsDoneOrStandsStill() {
        told(deadline("2026-04-16T15:00", null, null), "karen", true);
        wishes.choose("karen", new Wish(LocalTime.of(7, 0), false, true));
        told(deadline("2026-04-16T15:00", "2026-04-15T09:00", null), "lars", true);
        told(deadline("2026-04-16T15:00", null, "2026-04-15T09:00"), "lars", true);
        assertThat(digest.wake()).contains(at(NOW.plusDays(28)));
    }

    private void verifySent(String username) {
        verify(outbox)
                .put(
                        eq("digest/" + username + "/2026-04-15"),
                        argThat(to -> to.username().equals(username)),
                        eq(Outbox.Kind.DIGEST),
                        eq("subject"),
                        eq("body"));
        verifyNoMoreInteractions(outbox);
    }

    private List<Boolean> mailed() {
        return jdbc.sql("select mailed from notice order by id")
                .query(Boolean.class)
                .list();
    }

    private long deadline(String due, @Nullable String ended, @Nullable String held) {
        jdbc.sql("insert into deadline (case_ref, rule_key, started_at, first_due_at, due_at, length, working_days,"
                        + " reminders, reminded, escalations, statutory, runs_while_paused, at_once, extend_by,"
                        + " spoken_at, ended_at, held_since) values ('2026-0001', 'T-DATE', :now, :due, :due, 'P7D',"
                        + " false, '', '', '', false, false, false, '', :now, :ended, :held)")
                .param("now", Columns.utc(at(NOW)))
                .param("due", Columns.utc(at(due)))
                .param("ended", ended == null ? null : Columns.utc(at(ended)))
                .param("held", held == null ? null : Columns.utc(at(held)))
                .update();
        return jdbc.sql("select max(id) from deadline").query(Long.class).single();
    }

    private void told(long deadline, String username, boolean mailed) {
        told(deadline, username, "2026-04-14T06:00", mailed);
    }

    private void told(long deadline, String username, String at, boolean mailed) {
        jdbc.sql("insert into case_member (case_ref, username, capacity) select '2026-0001', :user, 'CONSULTANT'"
                        + " where not exists (select 1 from case_member where username = :user)")
                .param("user", username)
                .update();
        jdbc.sql("insert into notice (idem_key, username, case_ref, deadline_id, kind, due_at, at, mailed)"
                        + " values (?, ?, '2026-0001', ?, 'REMINDER', ?, ?, ?)")
                .params(deadline + username, username, deadline, Columns.utc(at(NOW)), Columns.utc(at(at)), mailed)
                .update();
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }
}
