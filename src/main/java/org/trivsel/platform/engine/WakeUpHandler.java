package org.trivsel.platform.engine;

import java.time.Instant;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.beans.factory.ObjectProvider;

/** What the engine calls when a moment of a {@link WakeUp} has come. */
final class WakeUpHandler implements JobHandler<WakeUpHandler.AtMoment> {

    static final String TYPE = "wake-up";

    private final ObjectProvider<WakeUps> moments;

    WakeUpHandler(ObjectProvider<WakeUps> moments) {
        this.moments = moments;
    }

    record AtMoment(String type, Instant at) implements JobHandlerConfiguration {

        static AtMoment read(String canonical) {
            int space = canonical.indexOf(' ');
            return new AtMoment(canonical.substring(0, space), Instant.parse(canonical.substring(space + 1)));
        }

        @Override
        public String toCanonicalString() {
            return type + " " + at;
        }
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(AtMoment moment, ExecutionEntity execution, CommandContext context, String tenant) {
        moments.getObject().come(moment);
    }

    @Override
    public AtMoment newConfiguration(String canonical) {
        return AtMoment.read(canonical);
    }

    @Override
    public void onDelete(AtMoment moment, JobEntity job) {
        // nothing hangs on it
    }
}
