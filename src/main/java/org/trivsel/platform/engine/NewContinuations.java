package org.trivsel.platform.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.history.JobState;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes which continuations the engine creates in this thread while somebody asked for it. Costs no query. */
@Component
public class NewContinuations implements HistoryEventHandler {

    private final ThreadLocal<@Nullable List<String>> noted = new ThreadLocal<>();

    /** Begins to note; {@link #end} must follow. */
    public void begin() {
        noted.set(new ArrayList<>());
    }

    /** The ids of the jobs created since the last call, some perhaps rolled back again. */
    public List<String> take() {
        List<String> jobs = noted.get();
        if (jobs == null || jobs.isEmpty()) {
            return List.of();
        }
        begin();
        return jobs;
    }

    public void end() {
        noted.remove();
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        List<String> jobs = noted.get();
        if (jobs != null
                && event instanceof HistoricJobLogEvent job
                && job.getState() == JobState.CREATED.getStateCode()
                && AsyncContinuationJobHandler.TYPE.equals(job.getJobDefinitionType())) {
            jobs.add(job.getJobId());
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
