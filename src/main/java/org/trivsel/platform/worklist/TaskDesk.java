package org.trivsel.platform.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.trivsel.platform.access.AccessLog;
import org.trivsel.platform.access.Purpose;
import org.trivsel.platform.engine.Continuations;
import org.trivsel.platform.forms.Drafts;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Forms;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.forms.SubmissionJournal;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;

/** What people do with a task: open, draft, claim, give back, hand to somebody, complete. */
@Service
public class TaskDesk {

    private static final int ATTEMPTS = 3;

    private final VisibleTasks visible;
    private final TaskRights rights;
    private final AccessLog log;
    private final Forms forms;
    private final Drafts drafts;
    private final Gates gates;
    private final WorkFreeze freeze;
    private final Continuations continuations;
    private final SubmissionJournal journal;
    private final TaskService tasks;
    private final Assignments assignments;
    private final TaskEvents events;
    private final TaskPresence presence;
    private final IdentityService identity;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TaskDesk(
            VisibleTasks visible,
            TaskRights rights,
            AccessLog log,
            Forms forms,
            Drafts drafts,
            Gates gates,
            WorkFreeze freeze,
            Continuations continuations,
            SubmissionJournal journal,
            TaskService tasks,
            Assignments assignments,
            TaskEvents events,
            TaskPresence presence,
            IdentityService identity,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.visible = visible;
        this.rights = rights;
        this.log = log;
        this.forms = forms;
        this.drafts = drafts;
        this.gates = gates;
        this.freeze = freeze;
        this.continuations = continuations;
        this.journal = journal;
        this.tasks = tasks;
        this.assignments = assignments;
        this.events = events;
        this.presence = presence;
        this.identity = identity;
        this.clock = clock;
    }

    /** @param savedAt when the draft was saved, or null when the form is only prefilled */
    public record OpenTask(
            WorklistTask task, ObjectNode form, JsonNode data, @Nullable Instant savedAt, long revision) {}

    /**
     * @throws TaskNotFound when there is none or the user may not see its case
     * @throws TaskGone when it was completed meanwhile
     */
    @Transactional
    public OpenTask open(User user, String taskId) {
        WorklistTask task = visible.get(user, taskId);
        log.record(user.username(), task.caseRef(), "task " + task.textKey(), Purpose.TASK);
        events.seen(taskId, user.username());
        FormContext context = context(user, task);
        ObjectNode schema = forms.schema(task.deploymentId(), context);
        return drafts.find(taskId, user.username())
                .map(draft -> new OpenTask(task, schema, draft.data(), draft.savedAt(), draft.revision()))
                .orElseGet(() -> new OpenTask(task, schema, forms.prefill(context), null, 0));
    }

    /**
     * @param known the revision the writer has seen, or null for whatever there is
     * @throws org.trivsel.platform.forms.DraftIsNewer when another tab or device has saved since
     */
    @Transactional
    public Drafts.Draft saveDraft(User user, String taskId, JsonNode data, @Nullable Long known) {
        visible.get(user, taskId);
        return drafts.save(taskId, user.username(), data, known);
    }

    /** Says that the user has the task open. @return who else has */
    @Transactional
    public List<String> here(User user, String taskId) {
        visible.get(user, taskId);
        return presence.here(taskId, user.username());
    }

    /** Takes the task, also from a colleague of the same case and role: nobody's work waits for an absent one. */
    @Transactional
    public void claim(User user, String taskId) {
        WorklistTask task = visible.get(user, taskId);
        if (!rights.mayClaim(user, task)) {
            throw new TaskNotYours(taskId);
        }
        events.record(task, TaskEvents.Kind.CLAIMED, user.username(), "", user);
        as(user, () -> assignments.give(taskId, user.username()));
    }

    @Transactional
    public void unclaim(User user, String taskId) {
        WorklistTask task = visible.get(user, taskId);
        if (!rights.mayComplete(user, task) && !user.has(Role.MANAGER)) {
            throw new TaskNotYours(taskId);
        }
        events.record(task, TaskEvents.Kind.RELEASED, null, "", user);
        as(user, () -> assignments.give(taskId, null));
    }

    /** @throws TaskNotYours when the user may not hand it on, or the receiver may not do it */
    @Transactional
    public void assign(User user, String taskId, User receiver) {
        assign(user, taskId, receiver, "");
    }

    /** @param reason stays in the task's history */
    @Transactional
    public void assign(User user, String taskId, User receiver, String reason) {
        WorklistTask task = visible.get(user, taskId);
        boolean mayHandOn = user.has(Role.MANAGER) || rights.mayComplete(user, task);
        if (!mayHandOn || !rights.mayClaim(receiver, task)) {
            throw new TaskNotYours(taskId);
        }
        events.record(task, TaskEvents.Kind.ASSIGNED, receiver.username(), reason, user);
        as(user, () -> assignments.give(taskId, receiver.username()));
    }

    /**
     * Completes the task: checks the form, the method's rules and the gates, writes the journal, moves the process. All
     * or nothing.
     *
     * @throws org.trivsel.platform.forms.SubmissionRefused naming every wrong field
     * @throws GateBlocked naming everything that is missing
     * @throws TaskFrozen while the work of the case stands still
     */
    public WorklistTask complete(User user, String taskId, JsonNode data) {
        return continuations.after(() -> completeWithPatience(user, taskId, data));
    }

    private WorklistTask completeWithPatience(User user, String taskId, JsonNode data) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> completeOnce(user, taskId, data)));
            } catch (OptimisticLockingException e) {
                // a neighbouring branch moved in the same moment: the second look finds the task, or finds it gone
                if (attempt == ATTEMPTS) {
                    throw new TaskGone(taskId);
                }
            }
        }
    }

    private static String submissionCase(WorklistTask task) {
        return task.caseRef() == null ? "" : task.caseRef();
    }

    private WorklistTask completeOnce(User user, String taskId, JsonNode data) {
        WorklistTask task = visible.get(user, taskId);
        if (!rights.mayComplete(user, task)) {
            throw new TaskNotYours(taskId);
        }
        if (freeze.isFrozen(task)) {
            throw new TaskFrozen(taskId);
        }
        ObjectNode schema = forms.schema(task.deploymentId(), context(user, task));
        Submission submission = new Submission(
                submissionCase(task), task.requireForm(), task.taskKey(), task.element(), data, user, clock.instant());
        forms.check(schema, submission);
        List<String> passed = gates.check(task, submission);
        long entry = journal.record(submission, Forms.visibleTo(schema), task.deploymentId());
        Map<String, Object> decisions = forms.accept(schema, submission, entry);
        gates.remember(submission.caseRef(), passed);
        try {
            as(user, () -> tasks.complete(taskId, decisions));
        } catch (NullValueException e) {
            throw new TaskGone(taskId); // a colleague was faster by a moment
        }
        drafts.discard(taskId, user.username());
        return task;
    }

    private static FormContext context(User user, WorklistTask task) {
        Locale locale = LocaleContextHolder.getLocale();
        return new FormContext(task.caseRef(), task.requireForm(), task.taskKey(), task.element(), user, locale);
    }

    /** The engine's own log of who did what stays empty without this. */
    private void as(User user, Runnable step) {
        identity.setAuthentication(user.username(), new ArrayList<>());
        try {
            step.run();
        } finally {
            identity.clearAuthentication();
        }
    }
}
