package org.trivsel.platform.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's full history, but no log of a {@link WakeUp} that went well: it belongs to no case, there are hundreds for
 * each, and what it did stands in notices and mails. A failure is kept, with its trace.
 */
final class FullHistory extends HistoryLevelFull {

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, @Nullable Object about) {
        boolean isQuiet = about instanceof JobEntity job
                && WakeUpHandler.TYPE.equals(job.getJobHandlerType())
                && event != HistoryEventTypes.JOB_FAIL;
        return !isQuiet && super.isHistoryEventProduced(event, about);
    }
}
