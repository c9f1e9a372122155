package org.trivsel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.trivsel.TrivselApplication;
import org.trivsel.demo.CasePlayer;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.engine.TimeMachine;

/**
 * Case A complete through the application (forms checked, rules, gates, journal, task list, access log, deadlines kept)
 * against the same models driven on a bare engine, in one run, both warmed up. Target: at most 1.8 times the bare engine's
 * time. Measured first with a deadline table that reminds nobody, to see what reminders, daily mails and deliveries by
 * SMTP add: some two hundred of them, for which the bare engine has no counterpart.
 */
@Tag("benchmark")
@TestMethodOrder(MethodOrderer.MethodName.class)
class CaseBenchmarkIT {

    private static final double TARGET = 1.8;
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
    void caseAOnH2() {
        String url = "jdbc:h2:mem:%s;OPTIMIZE_REUSE_RESULTS=0;QUERY_CACHE_SIZE=256;DB_CLOSE_DELAY=-1";
        measure("H2", url, "sa", "");
    }

    @Test
    void caseAOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            for (String database : List.of("app", "quiet", "bare")) {
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
            double alike;
            try (var quiet = application(url.formatted("quiet"), username, password, "file:" + remindsNobody)) {
                alike = ratio(database + ", nobody reminded", player(quiet, script), () -> bare.play(script));
            }
            double all;
            try (var whole = application(url.formatted("app"), username, password, "classpath*:process")) {
                all = ratio(database + ", with reminders and mails", player(whole, script), () -> bare.play(script));
            }
            assertThat(alike).isLessThanOrEqualTo(TARGET);
            assertThat(all).isLessThanOrEqualTo(TARGET);
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

    private static double ratio(String what, Runnable ours, Runnable theirs) {
        long warm = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < warm) {
            ours.run();
            theirs.run();
        }
        List<Long> oursTook = new ArrayList<>();
        List<Long> theirsTook = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
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
