package org.trivsel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.internet.MimeMessage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Ten thousand deadlines speak on one morning, two nodes of the application share one PostgreSQL, and one of them is killed
 * ({@code kill -9}) in the middle: every reminder stands in the outbox once and is delivered.
 */
@Tag("benchmark")
class TwoNodesIT {

    private static final int DEADLINES = Integer.getInteger("trivsel.benchmark.deadlines", 10_000);
    private static final Duration UNTIL_THE_MORNING = Duration.ofSeconds(45);
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @TempDir
    Path folder;

    @Test
    void everyReminderIsToldOnceAndDeliveredThoughANodeDies() throws Exception {
        GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            JdbcTemplate jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
            DeadlineMorning morning = new DeadlineMorning(jdbc);
            String url = postgres.getJdbcUrl("postgres", "postgres");
            Process first = node("first", url, mail.getSmtp().getPort());
            waitFor("first node", () -> log("first").contains("Started TrivselApplication"));
            Instant at = Instant.now().plus(UNTIL_THE_MORNING);
            morning.prepare(DEADLINES, at);
            Process second = node("second", url, mail.getSmtp().getPort());
            waitFor("second node", () -> log("second").contains("Started TrivselApplication"));
            assertThat(morning.count("mail_outbox", "true")).isZero();

            waitFor("some are delivered", () -> morning.count("mail_outbox", "sent_at is not null") >= DEADLINES / 10);
            String owner = jdbc
                    .queryForList(
                            "select lock_owner_ from act_ru_job where handler_type_ = 'wake-up' and lock_owner_ is not null",
                            String.class)
                    .stream()
                    .findFirst()
                    .orElse("");
            int sentBefore = morning.count("mail_outbox", "sent_at is not null");
            second.destroyForcibly().waitFor(10, TimeUnit.SECONDS); // SIGKILL
            waitFor("all are delivered", () -> morning.count("mail_outbox", "sent_at is not null") >= DEADLINES);
            Duration took = Duration.between(at, Instant.now());

            first.destroy();
            assertThat(morning.count("notice", "true")).isEqualTo(DEADLINES);
            assertThat(morning.count("mail_outbox", "true")).isEqualTo(DEADLINES);
            Set<String> keys = new HashSet<>();
            MimeMessage[] received = mail.getReceivedMessages();
            for (MimeMessage one : received) {
                keys.add(one.getMessageID());
            }
            assertThat(keys).hasSize(DEADLINES);
            System.out.printf(
                    "BENCHMARK two nodes: %d reminders told once and delivered in %d s; one node killed after %d mails"
                            + " (jobs were locked by %s); %d mails went out twice%n",
                    DEADLINES,
                    took.toSeconds(),
                    sentBefore,
                    owner.isEmpty() ? "nobody" : "a node",
                    received.length - DEADLINES);
            assertThat(received.length - DEADLINES).isLessThanOrEqualTo(20);
        } finally {
            mail.stop();
        }
    }

    private Process node(String name, String url, int smtpPort) throws Exception {
        Path arguments =
                Files.writeString(folder.resolve("class-path"), "-cp\n" + System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "@" + arguments,
                        "org.trivsel.TrivselApplication",
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--spring.mail.host=localhost",
                        "--spring.mail.port=" + smtpPort,
                        "--trivsel.mail.lease=PT15S",
                        "--camunda.bpm.job-execution.lock-time-in-millis=20000",
                        "--spring.main.banner-mode=off")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private String log(String name) {
        try {
            File file = folder.resolve(name + ".log").toFile();
            return file.exists() ? Files.readString(file.toPath()) : "";
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void waitFor(String what, BooleanSupplier there) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!there.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(what + " did not come\n" + log("first") + "\n" + log("second"));
            }
            Thread.sleep(200);
        }
    }
}
