package org.trivsel.platform.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.deadline.CasePauses;
import org.trivsel.platform.deadline.DeadlineKeeper;
import org.trivsel.platform.engine.CaseMessages;
import org.trivsel.platform.engine.ModelProperties;

/**
 * Lets the work with a family stand still and go on exactly where it was (E1, E3, E15): what the models call `pausable`
 * is suspended while anything that `freezes` goes on. Whatever a transaction did, the case stands right when it commits.
 */
@Service
public class WorkFreeze {

    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final ModelProperties properties;
    private final CasePauses pauses;
    private final LostTime lostTime;
    private final CaseMessages messages;
    private final ObjectProvider<DeadlineKeeper> deadlines;
    private final Clock clock;

    WorkFreeze(
            JdbcClient jdbc,
            RuntimeService runtime,
            ModelProperties properties,
            CasePauses pauses,
            LostTime lostTime,
            CaseMessages messages,
            ObjectProvider<DeadlineKeeper> deadlines,
            Clock clock) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.properties = properties;
        this.pauses = pauses;
        this.lostTime = lostTime;
        this.messages = messages;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** What holds a case still: the process and the element of its model. */
    public record Hold(String processKey, String element, Instant since) {}

    public List<Hold> holds(String caseRef) {
        return jdbc.sql("select process_key, element, at from case_freeze where case_ref = ? order by at")
                .param(caseRef)
                .query((row, number) ->
                        new Hold(row.getString("process_key"), row.getString("element"), Columns.instant(row, "at")))
                .list();
    }

    public boolean isFrozen(String caseRef) {
        return !holds(caseRef).isEmpty();
    }

    /** Whether the task stands still now: it can be read and drafted, not completed. */
    public boolean isFrozen(WorklistTask task) {
        return task.caseRef() != null
                && (says(task.processDefinitionId(), task.processKey(), "pausable")
                        || says(task.processDefinitionId(), task.taskKey(), "familyFacing"))
                && isFrozen(task.caseRef());
    }

    void begin(String caseRef, String activityInstance, String process, String element) {
        jdbc.sql("insert into case_freeze (activity_instance, case_ref, process_key, element, at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(activityInstance, caseRef, process, element, Columns.utc(clock.instant()))
                .update();
        look(caseRef);
    }

    void end(String caseRef, String activityInstance) {
        jdbc.sql("delete from case_freeze where activity_instance = ?")
                .param(activityInstance)
                .update();
        look(caseRef);
    }

    /** Looks at the case once more when this transaction commits. */
    void look(String caseRef) {
        Settle settle = new Settle(caseRef);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            settle(caseRef);
        } else if (!TransactionSynchronizationManager.getSynchronizations().contains(settle)) {
            TransactionSynchronizationManager.registerSynchronization(settle);
        }
    }

    private final class Settle implements TransactionSynchronization {

        private final String caseRef;

        Settle(String caseRef) {
            this.caseRef = caseRef;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            settle(caseRef);
        }

        @Override
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            return other instanceof Settle same && same.caseRef.equals(caseRef);
        }

        @Override
        public int hashCode() {
            return caseRef.hashCode();
        }
    }

    private void settle(String caseRef) {
        if (isFrozen(caseRef)) {
            if (pauses.openSince(caseRef).isEmpty()) {
                pauses.begin(caseRef, clock.instant());
            }
            pausable(caseRef).stream()
                    .filter(instance -> !instance.isSuspended())
                    .forEach(instance -> runtime.suspendProcessInstanceById(instance.getId()));
            deadlines.ifAvailable(keeper -> keeper.paused(caseRef, lostTime.standing(caseRef)));
            return;
        }
        pauses.openSince(caseRef).ifPresent(since -> {
            Instant now = clock.instant();
            pauses.end(caseRef, now);
            pausable(caseRef).stream()
                    .filter(ProcessInstance::isSuspended)
                    .forEach(instance -> runtime.activateProcessInstanceById(instance.getId()));
            if (Duration.between(since, now).compareTo(LostTime.WORTH_MOVING) > 0) {
                lostTime.giveBack(caseRef, since, now);
            }
            deadlines.ifAvailable(keeper -> keeper.resumed(caseRef));
            messages.tellLate(caseRef);
        });
    }

    private List<ProcessInstance> pausable(String caseRef) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseRef).list().stream()
                .filter(instance -> says(instance.getProcessDefinitionId(), key(instance), "pausable"))
                .toList();
    }

    private static String key(ProcessInstance instance) {
        String definition = instance.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':'));
    }

    private boolean says(String definition, String element, String property) {
        return properties
                .property(definition, element, property)
                .filter("true"::equals)
                .isPresent();
    }
}
