package org.trivsel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.trivsel.TrivselApplication;
import org.trivsel.demo.CasePlayer;
import org.trivsel.platform.engine.TimeMachine;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.practice.casefile.ReferCase;

/** Heap in use with a thousand open cases, each with its acute plan and its target group under way: under 512 MB. */
@Tag("benchmark")
class MemoryBenchmarkIT {

    private static final int CASES = 1_000;
    private static final long MEGABYTE = 1_048_576;

    @TempDir
    Path folder;

    @Test
    void aThousandOpenCases() throws Exception {
        ObjectMapper json = new ObjectMapper();
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(TrivselApplication.class)
                .profiles("demo", "it")
                .run("--server.port=0", "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("cases"))) {
            application.getBean(TimeMachine.class).startAt(Instant.parse("2026-03-03T12:00:00Z"));
            ReferCase refer = application.getBean(ReferCase.class);
            CasePlayer player = application.getBean(CasePlayer.class);
            User signe = application.getBean(Users.class).find("signe").orElseThrow();
            ObjectNode referral = sample(json, "refer-case");
            ObjectNode assessment = sample(json, "assess-immediate-safety");
            for (int i = 0; i < CASES; i++) {
                String caseRef = refer.refer(signe, referral);
                player.complete(signe, player.task(caseRef, "UserTask_AssessImmediateSafety", null), assessment);
            }
            long used = usedHeap();
            System.out.printf(
                    "BENCHMARK memory: %d MB of heap in use with %d open cases (target under 512)%n", used, CASES);
            assertThat(used).isLessThan(512);
        } finally {
            ClockUtil.reset(); // the engine's clock is one for the whole JVM
        }
    }

    private static ObjectNode sample(ObjectMapper json, String form) throws Exception {
        return (ObjectNode)
                json.readTree(Files.readString(Path.of("src/test/resources/submissions/" + form + ".json")));
    }

    private static long usedHeap() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 5; i++) {
            System.gc();
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(200);
        }
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }
}
