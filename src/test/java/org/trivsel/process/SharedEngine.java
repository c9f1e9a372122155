package org.trivsel.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;

/** The engine of all process tests: in memory, built once, and without anything that moves by itself. */
final class SharedEngine extends StandaloneInMemProcessEngineConfiguration {

    static final SharedEngine CONFIGURATION = new SharedEngine();

    private SharedEngine() {
        setProcessEngineName("process-tests");
        setJdbcUrl("jdbc:h2:mem:process-tests;DB_CLOSE_DELAY=-1");
        setDatabaseSchemaUpdate(DB_SCHEMA_UPDATE_CREATE_DROP);
        setHistory(HISTORY_FULL);
        setJobExecutorActivate(false);
        setDbMetricsReporterActivate(false);
        setExpressionManager(new MockExpressionManager());
    }

    @Override
    protected void init() {
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions(this);
        super.init();
    }

    @Override
    public ProcessEngine buildProcessEngine() {
        return processEngine != null ? processEngine : super.buildProcessEngine();
    }
}
