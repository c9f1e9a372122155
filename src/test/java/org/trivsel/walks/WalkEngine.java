package org.trivsel.walks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.trivsel.platform.deadline.CaseCountry;
import org.trivsel.platform.engine.CaseStates;
import org.trivsel.platform.engine.MovableClock;
import org.trivsel.platform.worklist.CaseStaff;

/**
 * All models of the process on one engine in memory, with the parts of the platform that freeze, count time and keep the
 * task list. The rooms of the method are replaced by what a walk knows about its own case; nothing is kept as history.
 */
final class WalkEngine implements AutoCloseable {

    /** Parts of the platform that models lean on. Most are hidden in their rooms, so they are named here. */
    private static final List<String> PLATFORM = List.of(
            "access.CaseMembers",
            "engine.ModelProperties",
            "engine.StateListener",
            "engine.CaseMessages",
            "engine.Continuations",
            "engine.NewContinuations",
            "engine.TimeMachine",
            "deadline.CasePauses",
            "deadline.DeadlineDates",
            "deadline.DeadlineTable",
            "deadline.RulesInModels",
            "deadline.Deadlines",
            "deadline.WorkingDays",
            "worklist.FreezeListener",
            "worklist.WorkFreeze",
            "worklist.LostTime",
            "worklist.Worklist",
            "worklist.WorklistListener",
            "worklist.WorklistWriter");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    WalkEngine() {
        context.register(Wiring.class);
        for (String part : PLATFORM) {
            try {
                context.register(Class.forName("org.trivsel.platform." + part));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("no such part of the platform: " + part, e);
            }
        }
        context.refresh();
        deploy();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    CurrentWalk current() {
        return context.getBean(CurrentWalk.class);
    }

    private void deploy() {
        var deployment = get(RepositoryService.class).createDeployment();
        for (String folder : List.of("bpmn", "forms")) {
            try (var files = Files.list(Path.of(folder))) {
                for (Path file : files.sorted().toList()) {
                    deployment.addString(folder + "/" + file.getFileName(), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        deployment.deploy();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Whoever asks for the case gets what the walk that is on now says. */
    static final class CurrentWalk implements CaseStates, CaseStaff, CaseCountry {

        private Walk walk;

        void is(Walk walk) {
            this.walk = walk;
        }

        Walk walk() {
            return walk;
        }

        @Override
        public void enter(String caseRef, String state) {
            walk.entered(state);
        }

        @Override
        public java.util.Optional<String> assignee(String caseRef, String candidateGroup) {
            return java.util.Optional.of(walk.personFor(candidateGroup));
        }

        @Override
        public boolean standsInFor(String caseRef, String username, String absent) {
            return false;
        }

        @Override
        public String country(String caseRef) {
            return "DK";
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Wiring {

        @Bean(destroyMethod = "dispose")
        JdbcConnectionPool dataSource() {
            var pool = JdbcConnectionPool.create("jdbc:h2:mem:walks;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");
            Flyway.configure().dataSource(pool).load().migrate();
            return pool;
        }

        @Bean
        JdbcClient jdbc(DataSource dataSource) {
            return JdbcClient.create(dataSource);
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
        CurrentWalk currentWalk() {
            return new CurrentWalk();
        }

        @Bean
        ProcessEngineFactoryBean processEngine(
                DataSource dataSource,
                DataSourceTransactionManager transactions,
                List<BpmnParseListener> listeners,
                CurrentWalk current,
                org.springframework.context.ApplicationContext context) {
            var configuration = new SpringProcessEngineConfiguration();
            configuration.setProcessEngineName("walks");
            configuration.setDataSource(dataSource);
            configuration.setTransactionManager(transactions);
            configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
            configuration.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
            configuration.setJobExecutorActivate(false);
            configuration.setMetricsEnabled(false);
            configuration.setDbMetricsReporterActivate(false);
            configuration.setDmnEnabled(true);
            configuration.setDefaultNumberOfRetries(1);
            configuration.setCustomPostBPMNParseListeners(new ArrayList<>(listeners));
            Map<Object, Object> beans = new WalkBeans(context, current);
            configuration.setBeans(beans);
            var factory = new ProcessEngineFactoryBean();
            factory.setProcessEngineConfiguration(configuration);
            return factory;
        }

        @Bean
        RuntimeService runtime(ProcessEngine engine) {
            return engine.getRuntimeService();
        }

        @Bean
        TaskService tasks(ProcessEngine engine) {
            return engine.getTaskService();
        }

        @Bean
        ManagementService management(ProcessEngine engine) {
            return engine.getManagementService();
        }

        @Bean
        RepositoryService repository(ProcessEngine engine) {
            return engine.getRepositoryService();
        }

        @Bean
        DecisionService decisions(ProcessEngine engine) {
            return engine.getDecisionService();
        }

        @Bean
        IdentityService identity(ProcessEngine engine) {
            return engine.getIdentityService();
        }
    }

    /** `deadlines` is the real one; `people` and the delegates belong to the walk. */
    private static final class WalkBeans extends HashMap<Object, Object> {

        private final transient org.springframework.context.ApplicationContext context;
        private final transient CurrentWalk current;

        WalkBeans(org.springframework.context.ApplicationContext context, CurrentWalk current) {
            this.context = context;
            this.current = current;
        }

        @Override
        public boolean containsKey(Object name) {
            return name.equals("deadlines")
                    || name.equals("people")
                    || String.valueOf(name).endsWith("Delegate");
        }

        @Override
        public Object get(Object name) {
            if (name.equals("deadlines")) {
                return context.getBean("deadlines");
            }
            if (name.equals("people")) {
                return current.walk().people();
            }
            return String.valueOf(name).endsWith("Delegate")
                    ? (org.camunda.bpm.engine.delegate.JavaDelegate)
                            execution -> current.walk().delegate((String) name, execution)
                    : null;
        }
    }
}
