package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.deadline.DeadlineMoveRefused;
import org.trivsel.platform.deadline.DeadlineMoves;
import org.trivsel.platform.deadline.DeadlineRegister;
import org.trivsel.platform.deadline.Deadlines;
import org.trivsel.platform.deadline.RunningDeadline;
import org.trivsel.platform.notification.NoticeWishes;
import org.trivsel.platform.notification.NoticeWishes.Wish;
import org.trivsel.platform.notification.Outbox;

/**
 * What people get of deadlines on the case of Alma, whose plan is late this time: notices, real mails by SMTP, the feed; and
 * what they can do about a date.
 */
@OnH2
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemindersIT extends CaseTest {

    private static final List<String> NAMES = List.of("Alma", "Mette", "Fiktivsen", "Eksempel", "Demolund");

    @Autowired
    GreenMail server;

    @Autowired
    JavaMailSender sender;

    @Autowired
    DeadlineMoves moves;

    @Autowired
    DeadlineRegister register;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Clock clock;

    @Autowired
    NoticeWishes wishes;

    @Autowired
    MockMvc web;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    record Letter(String to, String subject, String text, LocalDateTime at, String id) {}

    @BeforeAll
    void thePlanIsLate() throws Exception {
        begin(CaseScript.read("case-a", json).as("2026-0811"));
        playUntil("2026-04-08T12:00");
        // what cases of other tests left late is not of this clock
        jdbc.sql("update deadline set ended_at = due_at where case_ref <> ? and ended_at is null")
                .param(caseRef())
                .update();
        // nor is what a mail of these days would have said that another test had sent already
        jdbc.sql("update notice set mailed = true").update();
        wishes.choose("signe", new Wish(LocalTime.of(16, 30), true, true));
        // a person gets one mail a day: what other tests sent on these days must not stand in its way
        jdbc.sql("delete from mail_outbox").update();
        server.purgeEmailFromAllMailboxes();
        time.moveTo(LocalDateTime.parse("2026-04-24T12:00").atZone(ZONE).toInstant());
    }

    @Test
    @Order(1)
    void whoHasTheTaskIsRemindedAndThenTheCaseworkerAndTheManagerAreAsked() {
        assertThat(told("T-PLAN"))
                .containsExactly(
                        "2026-04-14T06:00 lars REMINDER",
                        "2026-04-17T06:00 lars REMINDER",
                        "2026-04-20T06:00 lars REMINDER",
                        "2026-04-21T17:00 signe ESCALATION",
                        "2026-04-22T17:00 karen ESCALATION");
    }

    @Test
    @Order(2)
    void oneMailOnAWorkingDayAtTheTimeThePersonChose() throws Exception {
        List<Letter> toLars = letters("lars");
        assertThat(toLars).hasSizeGreaterThan(3).allSatisfy(letter -> {
            assertThat(letter.at().toLocalTime()).isEqualTo(LocalTime.of(7, 0));
            assertThat(letter.at().getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        });
        assertThat(toLars.stream().map(letter -> letter.at().toLocalDate())).doesNotHaveDuplicates();
        assertThat(letters("signe").stream()
                        .filter(letter -> letter.subject().startsWith("Trivsel i dag"))
                        .toList())
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(letter.at().toLocalTime()).isEqualTo(LocalTime.of(16, 30)));
        Letter first = toLars.stream()
                .filter(letter -> letter.at().toLocalDate().equals(LocalDate.parse("2026-04-20")))
                .findFirst()
                .orElseThrow();
        assertThat(first.subject()).contains("Trivsel i dag");
        assertThat(first.text())
                .contains("De næste tre dage", "2026-0811  Indsend sikkerhedsplan – tirsdag 21 april")
                .contains("http://localhost:8080/tasks/");
    }

    @Test
    @Order(3)
    void mailsNameACaseAndNobodyElse() throws Exception {
        assertThat(letters(null)).isNotEmpty().allSatisfy(letter -> assertThat(letter.subject() + letter.text())
                .doesNotContain(NAMES));
        assertThat(letters(null).stream().map(Letter::id)).doesNotHaveDuplicates();
    }

    @Test
    @Order(4)
    void aDateIsMovedWithinTheRuleAndWithAReasonOnly() {
        RunningDeadline plan = running("T-PLAN");
        assertThat(refused(plan, "2026-04-28", " ")).isEqualTo("no-reason");
        assertThat(refused(plan, "2026-04-20", "Mormor er syg")).isEqualTo("past");
        assertThat(refused(running("T-BFU"), "2026-07-30", "Travlt")).isEqualTo("law");
        assertThat(refused(running("T-OBSMAX", "T-95"), "2026-10-30", "Travlt")).isEqualTo("law");
        assertThat(running("T-PLAN").dueAt()).isEqualTo(plan.dueAt());

        moves.extend("signe", caseRef(), plan.id(), LocalDate.parse("2026-04-28"), "Mormor kommer hjem den 27.");

        assertThat(LocalDateTime.ofInstant(running("T-PLAN").dueAt(), ZONE))
                .isEqualTo(LocalDateTime.parse("2026-04-28T17:00"));
        assertThat(player.task(caseRef(), "UserTask_SubmitSafetyPlan", null).dueAt())
                .isEqualTo(running("T-PLAN").dueAt());
        assertThat(dueOn("T-PLAN")).isEqualTo(LocalDate.parse("2026-04-28"));
        assertThat(moves.ofCase(caseRef()).get(0))
                .extracting(DeadlineMoves.Move::kind, DeadlineMoves.Move::reason, DeadlineMoves.Move::by)
                .containsExactly(DeadlineMoves.Kind.OVERRUN, "Mormor kommer hjem den 27.", "signe");
    }

    @Test
    @Order(5)
    void whatIsLateBeyondTheRuleIsExplainedAndStaysLate() {
        time.moveTo(LocalDateTime.parse("2026-04-29T12:00").atZone(ZONE).toInstant());
        RunningDeadline plan = running("T-PLAN");

        moves.extend("karen", caseRef(), plan.id(), LocalDate.parse("2026-05-04"), "Netværket mødes igen den 3.");

        assertThat(running("T-PLAN").dueAt()).isEqualTo(plan.dueAt());
        assertThat(moves.ofCase(caseRef()).get(0).kind()).isEqualTo(DeadlineMoves.Kind.OVERRUN);
        assertThat(told("T-PLAN"))
                .contains("2026-04-27T06:00 lars REMINDER", "2026-04-28T17:00 signe ESCALATION")
                .doesNotContain("2026-04-24T12:00 lars REMINDER");
    }

    @Test
    @Order(6)
    void aClockStandsStillForAReasonAndGoesOnWithTheTimeItLost() {
        RunningDeadline total = running("T-TOTAL");
        moves.stop("karen", caseRef(), total.id(), "Familien er rejst");
        assertThat(running("T-TOTAL").heldSince()).isNotNull();
        time.moveTo(LocalDateTime.parse("2026-05-06T12:00").atZone(ZONE).toInstant());

        moves.resume("karen", caseRef(), total.id(), "De er hjemme igen");

        assertThat(ChronoUnit.HOURS.between(total.dueAt(), running("T-TOTAL").dueAt()))
                .isBetween(167L, 168L);
        assertThat(running("T-TOTAL").heldSince()).isNull();
    }

    @Test
    @Order(7)
    void aDateThatWasMovedCountsForItsOwnRunOnly() {
        Instant first = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        dates.start(caseRef(), "LAST_MEETING", first);
        dates.agree(caseRef(), "T-MINUTES", first.plus(8, ChronoUnit.DAYS));
        assertThat(deadlines.dueAt("T-MINUTES", caseRef())).isEqualTo(first.plus(8, ChronoUnit.DAYS));

        Instant second = first.plus(1, ChronoUnit.DAYS);
        dates.start(caseRef(), "LAST_MEETING", second);

        assertThat(deadlines.dueAt("T-MINUTES", caseRef())).isEqualTo(second.plus(5, ChronoUnit.DAYS));
    }

    @Test
    @Order(8)
    void aServerThatIsDownForADayLosesNothing() throws Exception {
        JavaMailSenderImpl smtp = (JavaMailSenderImpl) sender;
        int port = smtp.getPort();
        server.purgeEmailFromAllMailboxes();
        smtp.setPort(1);
        try {
            time.moveTo(LocalDateTime.parse("2026-05-07T12:00").atZone(ZONE).toInstant());
            assertThat(letters(null)).isEmpty();
            assertThat(web.perform(get("/mails").with(user("karen", Locale.ENGLISH)))
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("venter på mailserveren");
        } finally {
            smtp.setPort(port);
        }
        time.moveTo(LocalDateTime.parse("2026-05-07T14:00").atZone(ZONE).toInstant());
        assertThat(letters("lars")).hasSize(1);
    }

    @Test
    @Order(9)
    void anAddressNobodyHasIsShownAndTriedAgainOnceItIsMended() throws Exception {
        jdbc.sql("update app_user set email = 'not an address' where username = 'lars'")
                .update();
        server.purgeEmailFromAllMailboxes();
        time.moveTo(LocalDateTime.parse("2026-05-08T12:00").atZone(ZONE).toInstant());
        assertThat(letters("lars")).isEmpty();
        long id = jdbc.sql("select max(id) from mail_outbox where username = 'lars' and refused_at is not null")
                .query(Long.class)
                .single();
        jdbc.sql("update app_user set email = 'lars@trivsel.example' where username = 'lars'")
                .update();

        web.perform(post("/mails/" + id + "/again")
                        .with(user("karen", Locale.ENGLISH))
                        .with(csrf()))
                .andExpect(status().isFound());
        time.runDue();

        assertThat(letters("lars")).hasSize(1);
    }

    @Test
    @Order(10)
    void theFeedIsICalendarWithoutNamesAndEndsWhenItIsRevoked() throws Exception {
        web.perform(post("/me/calendar").with(user("lars", Locale.ENGLISH)).with(csrf()));
        String address = (String) web.perform(
                        post("/me/calendar").with(user("lars", Locale.ENGLISH)).with(csrf()))
                .andReturn()
                .getFlashMap()
                .get("address");
        String path = address.substring("http://localhost:8080".length());

        String text = web.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        Calendar feed = parsed(text);
        assertThat(feed.validate().getEntries()).isEmpty();
        assertThat(feed.<VEvent>getComponents("VEVENT"))
                .isNotEmpty()
                .allSatisfy(event -> {
                    assertThat(event.validate().getEntries()).isEmpty();
                    assertThat(event.getSummary().getValue()).startsWith("20");
                })
                .anySatisfy(event -> assertThat(event.getSummary().getValue()).contains("2026-0811"));
        assertThat(text).doesNotContain(NAMES).doesNotContain("Kontrolbesøg");

        web.perform(
                post("/me/calendar/revoke").with(user("lars", Locale.ENGLISH)).with(csrf()));
        web.perform(get(path)).andExpect(status().isNotFound());
        web.perform(get("/calendar/neverwas.ics")).andExpect(status().isNotFound());
    }

    @Test
    @Order(11)
    void theCalendarShowsADateWithItsReasonAndItsCase() throws Exception {
        String page = page("/calendar?view=month&date=2026-05-08", "lars");
        assertThat(page).contains("2026-0811");
        assertThat(page("/calendar?view=nonsense&date=never&whose=all", "lars")).contains("<h1");
        assertThat(page("/notices", "lars")).contains("2026-0811");
    }

    @Test
    @Order(12)
    void whoWantsNoDailyMailGetsNone() throws Exception {
        server.purgeEmailFromAllMailboxes();
        web.perform(post("/me/notices")
                        .param("digestAt", "07:00")
                        .with(user("lars", Locale.ENGLISH))
                        .with(csrf()))
                .andExpect(status().isFound());
        time.moveTo(LocalDateTime.parse("2026-05-11T12:00").atZone(ZONE).toInstant());
        assertThat(letters("lars")).isEmpty();
        assertThat(letters("karen")).isNotEmpty();
        wishes.choose("lars", new Wish(LocalTime.of(7, 0), true, true));
        wishes.choose("signe", new Wish(LocalTime.of(7, 0), true, true));
    }

    @Test
    @Order(13)
    void whoWantsTheDailyMailAgainHearsOfWhatIsLateThoughNothingNewIsSaid() throws Exception {
        assertThat(told("T-PLAN")).anyMatch(word -> word.contains("karen"));
        wishes.choose("karen", new Wish(LocalTime.of(7, 0), false, true));
        time.moveTo(clock.instant().plus(14, ChronoUnit.DAYS));
        server.purgeEmailFromAllMailboxes();
        time.moveTo(clock.instant().plus(7, ChronoUnit.DAYS));
        assertThat(letters("karen")).isEmpty();

        wishes.choose("karen", new Wish(LocalTime.of(7, 0), true, true));
        assertThat(jdbc.sql("select count(*) from act_ru_job where handler_cfg_ like 'digest%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
        time.moveTo(clock.instant().plus(4, ChronoUnit.DAYS));

        assertThat(letters("karen")).isNotEmpty();
    }

    private String page(String path, String username) throws Exception {
        return web.perform(get(path).with(user(username, Locale.ENGLISH)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @Order(14)
    void theMailsOfOneTransactionAreSentByOneTimer() throws Exception {
        time.runDue();
        server.purgeEmailFromAllMailboxes();
        transaction.executeWithoutResult(status -> List.of("lars", "signe", "karen")
                .forEach(one -> outbox.put("timer/" + one, user(one), Outbox.Kind.AT_ONCE, "Prøve", "Prøve")));

        assertThat(jdbc.sql(
                                "select count(*) from act_ru_job where handler_cfg_ like 'deliver-mail %' and duedate_ <= ?")
                        .param(Timestamp.from(clock.instant()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        time.runDue();
        assertThat(letters(null)).hasSize(3);
    }

    private static RequestPostProcessor user(String username, Locale locale) {
        return request -> {
            request.addPreferredLocale(locale);
            return org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user(
                            username)
                    .postProcessRequest(request);
        };
    }

    private static Calendar parsed(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private String refused(RunningDeadline one, String day, String reason) {
        return catchThrowableOfType(
                        DeadlineMoveRefused.class,
                        () -> moves.extend("signe", caseRef(), one.id(), LocalDate.parse(day), reason))
                .code();
    }

    private RunningDeadline running(String... rules) {
        return register.running(caseRef()).stream()
                .filter(one -> List.of(rules).contains(one.ruleKey()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("none of " + List.of(rules) + " runs"));
    }

    private TreeSet<String> told(String rule) {
        return new TreeSet<>(
                jdbc.sql("select n.at, n.username, n.kind from notice n join deadline d on d.id = n.deadline_id"
                                + " where d.case_ref = ? and d.rule_key = ?")
                        .params(caseRef(), rule)
                        .query((row, number) -> LocalDateTime.ofInstant(
                                                row.getObject(1, java.time.OffsetDateTime.class)
                                                        .toInstant(),
                                                ZONE)
                                        .truncatedTo(ChronoUnit.MINUTES)
                                + " " + row.getString(2) + " " + row.getString(3))
                        .list());
    }

    /** Every mail the server took, or those to one person. */
    private List<Letter> letters(String username) throws MessagingException, IOException {
        List<Letter> letters = new ArrayList<>();
        for (MimeMessage one : server.getReceivedMessages()) {
            String to = one.getHeader("To", ", ");
            if (username == null || to.startsWith(username + "@")) {
                letters.add(new Letter(
                        to,
                        one.getSubject(),
                        String.valueOf(one.getContent()),
                        LocalDateTime.ofInstant(one.getSentDate().toInstant(), ZONE)
                                .truncatedTo(ChronoUnit.MINUTES),
                        one.getMessageID()));
            }
        }
        return letters;
    }
}
