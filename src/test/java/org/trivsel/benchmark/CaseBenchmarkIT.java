package org.trivsel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.trivsel.TrivselApplication;
import org.trivsel.demo.CasePlayer;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.engine.TimeMachine;

/**
 * Case A complete through the application (forms checked, rules, gates, journal, task list, access log) against the same
 * models driven on a bare engine, in one run, both warmed up. Target: at most 1.8 times the bare engine's time.
 */
@Tag("benchmark")
class CaseBenchmarkIT {

    private static final double TARGET = 1.8;
    private static final int WARM_UPS = Integer.getInteger("trivsel.benchmark.warm-ups", 10);
    private static final int ROUNDS = Integer.getInteger("trivsel.benchmark.rounds", 7);

    @Test
    void caseAOnH2() {
        measure("H2", "jdbc:h2:mem:%s;OPTIMIZE_REUSE_RESULTS=0;QUERY_CACHE_SIZE=256;DB_CLOSE_DELAY=-1", "sa", "");
    }

    @Test
    void caseAOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            for (String database : List.of("app", "bare")) {
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
        LocalDateTime end = script.steps().get(script.steps().size() - 1).at().plusMinutes(1);
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(TrivselApplication.class)
                        .profiles("demo", "it")
                        .run(
                                "--server.port=0",
                                "--spring.datasource.url=" + url.formatted("app"),
                                "--spring.datasource.username=" + username,
                                "--spring.datasource.password=" + password);
                BareEngine bare = new BareEngine(url.formatted("bare"), username, password)) {
            CasePlayer player = application.getBean(CasePlayer.class);
            TimeMachine time = application.getBean(TimeMachine.class);
            Runnable ours = () -> {
                time.startAt(script.steps()
                        .get(0)
                        .at()
                        .atZone(ZoneId.of("Europe/Copenhagen"))
                        .toInstant());
                player.play(List.of(script), LocalDateTime.MIN, end);
            };
            Runnable theirs = () -> bare.play(script);
            for (int i = 0; i < WARM_UPS; i++) {
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
                    database, median(oursTook), median(theirsTook), ratio, TARGET);
            assertThat(ratio).isLessThanOrEqualTo(TARGET);
        }
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
