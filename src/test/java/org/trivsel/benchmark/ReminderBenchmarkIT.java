package org.trivsel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trivsel.TrivselApplication;
import org.trivsel.platform.engine.TimeMachine;

/**
 * How fast deadlines are told (notice and mail written, next word found) against as many timers of a bare engine that lead to
 * a delegate which does nothing; both one after the other in one thread, on PostgreSQL, in one run. Target: at least 0.6 of
 * the bare engine's rate.
 */
@Tag("benchmark")
class ReminderBenchmarkIT {

    private static final int DEADLINES = Integer.getInteger("trivsel.benchmark.deadlines", 10_000);
    private static final double TARGET = 0.6;

    @Test
    void tellsDeadlines() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database bare");
            }
            double ours = told(postgres);
            double theirs = timers(postgres.getJdbcUrl("postgres", "bare"));
            double ratio = ours / theirs;
            System.out.printf(
                    "BENCHMARK reminders: %.0f told a second, bare engine %.0f timers a second, ratio %.2f (target %.1f)%n",
                    ours, theirs, ratio, TARGET);
            assertThat(ratio).isGreaterThanOrEqualTo(TARGET);
        }
    }

    private static double told(EmbeddedPostgres postgres) {
        DeadlineMorning morning = new DeadlineMorning(new JdbcTemplate(postgres.getPostgresDatabase()));
        try (ConfigurableApplicationContext application = start(postgres)) {
            morning.prepare(DEADLINES, Instant.now());
        }
        // started again it finds what has something to say; no mail server is set, so that only the telling is measured
        try (ConfigurableApplicationContext application = start(postgres)) {
            TimeMachine time = application.getBean(TimeMachine.class);
            long begin = System.nanoTime();
            time.runDue();
            double seconds = (System.nanoTime() - begin) / 1e9;
            assertThat(morning.count("notice", "true")).isEqualTo(DEADLINES);
            assertThat(morning.count("mail_outbox", "true")).isEqualTo(DEADLINES);
            return DEADLINES / seconds;
        }
    }

    private static ConfigurableApplicationContext start(EmbeddedPostgres postgres) {
        return new SpringApplicationBuilder(TrivselApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--camunda.bpm.job-execution.enabled=false");
    }

    private static double timers(String url) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("timers");
        configuration.setJdbcUrl(url);
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUsername("postgres");
        configuration.setJdbcPassword("postgres");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        JavaDelegate nothing = execution -> {};
        configuration.setBeans(Map.of("nothing", nothing));
        ProcessEngine engine = configuration.buildProcessEngine();
        try {
            engine.getRepositoryService()
                    .createDeployment()
                    .addModelInstance(
                            "timer.bpmn",
                            Bpmn.createExecutableProcess("timer")
                                    .startEvent()
                                    .intermediateCatchEvent()
                                    .timerWithDuration("PT1H")
                                    .serviceTask()
                                    .camundaDelegateExpression("${nothing}")
                                    .endEvent()
                                    .done())
                    .deploy();
            for (int i = 0; i < DEADLINES; i++) {
                engine.getRuntimeService().startProcessInstanceByKey("timer");
            }
            ClockUtil.setCurrentTime(Date.from(Instant.now().plus(Duration.ofHours(2))));
            ManagementService management = engine.getManagementService();
            List<Job> due = management.createJobQuery().executable().list();
            assertThat(due).hasSize(DEADLINES);
            long begin = System.nanoTime();
            due.forEach(job -> management.executeJob(job.getId()));
            return DEADLINES / ((System.nanoTime() - begin) / 1e9);
        } finally {
            ClockUtil.reset();
            engine.close();
        }
    }
}
