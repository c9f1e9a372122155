package org.trivsel.platform.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's full history without what is written down better elsewhere: who had a task stands in the task's own history,
 * a decision's every version in the journal, and a {@link WakeUp} that went well belongs to no case and did what notices and
 * mails show. A failure is kept, with its trace.
 */
final class FullHistory extends HistoryLevelFull {

    private static final Set<HistoryEventType> ELSEWHERE = Set.of(
            HistoryEventTypes.IDENTITY_LINK_ADD,
            HistoryEventTypes.IDENTITY_LINK_DELETE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL);

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, @Nullable Object about) {
        boolean isQuiet = about instanceof JobEntity job
                && WakeUpHandler.TYPE.equals(job.getJobHandlerType())
                && event != HistoryEventTypes.JOB_FAIL;
        return !isQuiet && !ELSEWHERE.contains(event) && super.isHistoryEventProduced(event, about);
    }
}
