package org.trivsel.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** One timer for each kind leads to the next, whatever happens on the way. */
class WakeUpsTest {

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(Wiring.class, WakeUps.class);
    private final WakeUps wakeUps = context.getBean(WakeUps.class);
    private final Sleeper sleeper = context.getBean(Sleeper.class);
    private final MovableClock clock = context.getBean(MovableClock.class);
    private final ManagementService management =
            context.getBean(ProcessEngine.class).getManagementService();
    private final Instant now = Instant.parse("2026-03-02T08:00:00Z");

    @BeforeEach
    void aMonday() {
        clock.moveTo(now);
    }

    @AfterEach
    void close() {
        clock.setOffset(Duration.ZERO);
        context.close();
    }

    @Test
    void aLaterMomentWaitsForTheEarlierOneToAskForIt() {
        wakeUps.at("sleep", in(60));
        wakeUps.at("sleep", in(120));
        wakeUps.at("sleep", in(60));
        assertThat(pending()).containsExactly(in(60));

        sleeper.next = in(120);
        fire(in(60));
        assertThat(sleeper.woken).isEqualTo(1);
        assertThat(pending()).containsExactly(in(120));

        sleeper.next = null;
        fire(in(120));
        assertThat(pending()).isEmpty();
    }

    @Test
    void anEarlierMomentHasATimerOfItsOwn() {
        wakeUps.at("sleep", in(60));
        wakeUps.at("sleep", in(30));
        assertThat(pending()).containsExactly(in(30), in(60));

        sleeper.next = in(60);
        fire(in(30));
        assertThat(pending()).containsExactly(in(60));
    }

    /** Such a timer may go off before the transaction commits that relies on it. */
    @Test
    void aTimerThatGoesOffInAMomentIsNotReliedOn() {
        wakeUps.at("sleep", in(2));
        wakeUps.at("sleep", in(90));
        assertThat(pending()).containsExactly(in(2), in(90));
    }

    @Test
    void oneTransactionAsksOnce() {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            wakeUps.at("sleep", in(2));
            wakeUps.at("sleep", in(3));
            wakeUps.at("sleep", in(90));
        });
        assertThat(pending()).containsExactly(in(2));
    }

    @Test
    void whatWasRolledBackWasNotAskedFor() {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            wakeUps.at("sleep", in(60));
            status.setRollbackOnly();
        });
        assertThat(pending()).isEmpty();

        wakeUps.at("sleep", in(120));
        assertThat(pending()).containsExactly(in(120));
    }

    @Test
    void troubleIsTriedAgainAndDoesNotEndTheChain() {
        wakeUps.at("sleep", in(60));
        sleeper.trouble = true;
        for (int attempt = 0; attempt < 2; attempt++) {
            clock.moveTo(in(60 + attempt));
            assertThatThrownBy(() -> fire(in(60))).hasMessageContaining("no coffee");
        }
        assertThat(sleeper.woken).as("tried").isEqualTo(2);
        assertThat(pending()).as("the same timer, and one in an hour").containsExactly(in(60), in(120));

        sleeper.trouble = false;
        sleeper.next = in(200);
        fire(in(120));
        assertThat(pending()).containsExactly(in(60), in(200));
    }

    /** Ten thousand words take a while; the one of the next minute must not wait for tomorrow's. */
    @Test
    void whatFallsDueWhileOthersAreDoneIsNext() {
        wakeUps.at("sleep", in(60));
        wakeUps.at("sleep", in(61));
        clock.moveTo(in(60));
        sleeper.next = in(61);
        sleeper.busy = () -> clock.moveTo(in(62));
        fire(in(60));
        assertThat(pending()).containsExactly(in(61));
    }

    @Test
    void everyKindIsWokenAfterAStart() {
        wakeUps.afterStart();
        assertThat(pending()).containsExactly(now);
    }

    private Instant in(int minutes) {
        return now.plus(minutes, ChronoUnit.MINUTES);
    }

    private List<Instant> pending() {
        return management.createJobQuery().orderByJobDuedate().asc().list().stream()
                .map(job -> job.getDuedate().toInstant())
                .toList();
    }

    private void fire(Instant at) {
        Job due = management.createJobQuery().list().stream()
                .filter(job -> job.getDuedate().toInstant().equals(at))
                .findFirst()
                .orElseThrow();
        management.executeJob(due.getId());
    }

    static final class Sleeper implements WakeUp {

        private final MovableClock clock;
        private int woken;
        private boolean trouble;
        private Runnable busy = () -> {};
        private Instant next;

        private Sleeper(MovableClock clock) {
            this.clock = clock;
        }

        @Override
        public String type() {
            return "sleep";
        }

        @Override
        public Optional<Instant> wake() {
            Instant begun = clock.instant();
            woken++;
            busy.run();
            if (trouble) {
                throw new IllegalStateException("no coffee");
            }
            return Optional.ofNullable(next).filter(at -> at.isAfter(begun));
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Wiring {

        @Bean(destroyMethod = "dispose")
        JdbcConnectionPool dataSource() {
            return JdbcConnectionPool.create("jdbc:h2:mem:wake-ups", "sa", "");
        }

        @Bean
        DataSourceTransactionManager transactions(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        MovableClock clock() {
            return new MovableClock(ZoneId.of("Europe/Copenhagen"));
        }

        @Bean
        Sleeper sleeper(MovableClock clock) {
            return new Sleeper(clock);
        }

        @Bean
        ProcessEngineFactoryBean engine(
                DataSource dataSource, DataSourceTransactionManager transactions, ObjectProvider<WakeUps> wakeUps) {
            SpringTransactionsProcessEngineConfiguration configuration =
                    new SpringTransactionsProcessEngineConfiguration();
            configuration.setDataSource(dataSource);
            configuration.setTransactionManager(transactions);
            configuration.setDatabaseSchemaUpdate("true");
            configuration.setJobExecutorActivate(false);
            configuration.setMetricsEnabled(false);
            configuration.setCustomJobHandlers(List.of(new WakeUpHandler(wakeUps)));
            ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
            factory.setProcessEngineConfiguration(configuration);
            return factory;
        }
    }
}
