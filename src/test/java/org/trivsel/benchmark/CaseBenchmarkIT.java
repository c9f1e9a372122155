package org.trivsel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.util.FileSystemUtils;
import org.trivsel.TrivselApplication;
import org.trivsel.demo.CasePlayer;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.engine.TimeMachine;

/**
 * Case A complete through the application (forms checked, rules, gates, journal, task list, access log, deadlines kept)
 * against the same models driven on a bare engine, in one run, both warmed up. Target: at most 1.8 times the bare engine's
 * time, with a deadline table that reminds nobody, as a bare engine does not. Then with the table as it is: what reminders,
 * daily mails and deliveries add is printed, and what of it is the bare dialog with the mail server (decision 62).
 */
@Tag("benchmark")
@TestMethodOrder(MethodOrderer.MethodName.class)
class CaseBenchmarkIT {

    private static final double TARGET = 1.8;
    private static final List<String> DATABASES = List.of("app", "quiet", "bare");
    /** Both get faster for some forty rounds on H2. */
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("trivsel.benchmark.warm-up", 60));

    private static final int ROUNDS = Integer.getInteger("trivsel.benchmark.rounds", 11);

    @TempDir
    static Path remindsNobody;

    @BeforeAll
    static void aTableThatRemindsNobody() throws IOException {
        for (String folder : List.of("bpmn", "forms")) {
            FileSystemUtils.copyRecursively(Path.of(folder), remindsNobody.resolve(folder));
        }
        Path table = remindsNobody.resolve("bpmn/deadlines.dmn");
        // the models' own timers need some of the escalations: those stay
        String quiet = Files.readString(table)
                .replaceAll("(_reminders\">\\s*<text>)[^<]*", "$1\"\"")
                .replaceAll(
                        "(OutputEntry_(?!(?:T24H|TPLAN|TVISIT|TMEET)_)\\w+_escalations\">\\s*<text>)[^<]*", "$1\"\"");
        Files.writeString(table, quiet);
    }

    @Test
    void caseAOnH2() throws SQLException {
        String url = "jdbc:h2:mem:%s;OPTIMIZE_REUSE_RESULTS=0;QUERY_CACHE_SIZE=256;DB_CLOSE_DELAY=-1";
        try {
            measure("H2", url, "sa", "");
        } finally { // hundreds of cases in memory, which the next benchmark measures
            for (String database : DATABASES) {
                try (var connection = DriverManager.getConnection(url.formatted(database), "sa", "");
                        var statement = connection.createStatement()) {
                    statement.execute("shutdown");
                }
            }
        }
    }

    @Test
    void caseAOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            for (String database : DATABASES) {
                try (var connection = postgres.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + database);
                }
            }
            String url = postgres.getJdbcUrl("postgres", "postgres").replace("/postgres?", "/%s?");
            measure("PostgreSQL", url, "postgres", "postgres");
        }
    }

    private static void measure(String database, String url, String username, String password) {
        CaseScript script = CaseScript.read("case-a", new ObjectMapper()).as(null);
        try (BareEngine bare = new BareEngine(url.formatted("bare"), username, password)) {
            Runnable theirs = () -> bare.play(script);
            double alike;
            try (var quiet = application(url.formatted("quiet"), username, password, "file:" + remindsNobody)) {
                alike = ratio(database + ", nobody reminded", () -> {}, player(quiet, script), theirs);
            }
            try (var whole = application(url.formatted("app"), username, password, "classpath*:process")) {
                Runnable aNewOffice = () -> forgetMails(whole);
                ratio(database + ", with reminders and mails", aNewOffice, player(whole, script), theirs);
                printDialogs(whole);
            }
            assertThat(alike).isLessThanOrEqualTo(TARGET);
        }
    }

    /** Each round lives through the same days: without this, everybody would have had the mail of each day already. */
    private static void forgetMails(ConfigurableApplicationContext application) {
        application.getBean(JdbcTemplate.class).update("delete from mail_outbox");
        try {
            application.getBean(GreenMail.class).purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mails of the last round sent once more, each morning's over one connection, and nothing else done. */
    private static void printDialogs(ConfigurableApplicationContext application) {
        JavaMailSender sender = application.getBean(JavaMailSender.class);
        List<MimeMessage[]> mornings = application
                .getBean(JdbcTemplate.class)
                .queryForList("select count(*) from mail_outbox group by sent_at", Integer.class)
                .stream()
                .map(count -> Stream.generate(() -> mail(sender)).limit(count).toArray(MimeMessage[]::new))
                .toList();
        long took = took(() -> mornings.forEach(sender::send));
        int mails = mornings.stream().mapToInt(morning -> morning.length).sum();
        System.out.printf("BENCHMARK of it %d mails by SMTP, and nothing else: %d ms%n", mails, took);
    }

    private static MimeMessage mail(JavaMailSender sender) {
        try {
            MimeMessage mail = sender.createMimeMessage();
            mail.setFrom("trivsel@localhost");
            mail.setRecipients(MimeMessage.RecipientType.TO, "lars@localhost");
            mail.setSubject("-");
            mail.setText("-");
            return mail;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConfigurableApplicationContext application(
            String url, String username, String password, String edition) {
        return new SpringApplicationBuilder(TrivselApplication.class)
                .profiles("demo", "it")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + username,
                        "--spring.datasource.password=" + password,
                        "--trivsel.edition=" + edition);
    }

    private static Runnable player(ConfigurableApplicationContext application, CaseScript script) {
        CasePlayer player = application.getBean(CasePlayer.class);
        TimeMachine time = application.getBean(TimeMachine.class);
        LocalDateTime begin = script.steps().get(0).at();
        LocalDateTime end = script.steps().get(script.steps().size() - 1).at().plusMinutes(1);
        return () -> {
            time.startAt(begin.atZone(ZoneId.of("Europe/Copenhagen")).toInstant());
            player.play(List.of(script), LocalDateTime.MIN, end);
        };
    }

    private static double ratio(String what, Runnable prepare, Runnable ours, Runnable theirs) {
        long warm = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < warm) {
            prepare.run();
            ours.run();
            theirs.run();
        }
        List<Long> oursTook = new ArrayList<>();
        List<Long> theirsTook = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            prepare.run();
            oursTook.add(took(ours));
            theirsTook.add(took(theirs));
        }
        double ratio = (double) median(oursTook) / median(theirsTook);
        System.out.printf(
                "BENCHMARK case A on %s: application %d ms, bare engine %d ms, ratio %.2f (target %.1f)%n",
                what, median(oursTook), median(theirsTook), ratio, TARGET);
        return ratio;
    }

    private static long took(Runnable run) {
        long start = System.nanoTime();
        run.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(List<Long> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
