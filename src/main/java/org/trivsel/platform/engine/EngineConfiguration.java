package org.trivsel.platform.engine;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the embedded engine is set up: which beans a model may name, and what listens to every model. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    MovableClock clock(@Value("${trivsel.zone}") ZoneId zone) {
        return new MovableClock(zone);
    }

    /** Our own tables first: Flyway refuses a schema that the engine has already filled. */
    @Bean
    @DependsOnDatabaseInitialization
    ProcessEnginePlugin trivselEngine(
            ApplicationContext context, List<BpmnParseListener> listeners, NewContinuations continuations) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setBeans(new ModelBeans(context));
                List<BpmnParseListener> all = new ArrayList<>(listeners);
                if (configuration.getCustomPostBPMNParseListeners() != null) {
                    all.addAll(configuration.getCustomPostBPMNParseListeners());
                }
                configuration.setCustomPostBPMNParseListeners(all);
                // the models decide; nobody can smuggle an expression in through a task or a query
                configuration.setEnableExpressionsInAdhocQueries(false);
                configuration.setEnableExpressionsInStoredQueries(false);
                configuration.setDefaultNumberOfRetries(5);
                configuration.setDmnEnabled(true);
                // continuations run before the answer; the executor, unasked, would race for them
                configuration.getCustomHistoryEventHandlers().add(continuations);
                configuration.setHintJobExecutor(false);
                configuration.setCustomJobHandlers(List.of(new WakeUpHandler(context.getBeanProvider(WakeUps.class))));
                configuration.setCustomHistoryLevels(List.of(new FullHistory()));
                // counts tasks for a licence that the community edition does not have
                configuration.setTaskMetricsEnabled(false);
            }
        };
    }
}
