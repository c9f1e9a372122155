package org.trivsel.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trivsel.demo.CaseScript.Step;
import org.trivsel.platform.deadline.DeadlineMoves;
import org.trivsel.platform.deadline.DeadlineRegister;
import org.trivsel.platform.engine.TimeMachine;
import org.trivsel.platform.forms.SubmissionRefused;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.CaseActions;
import org.trivsel.platform.worklist.GateBlocked;
import org.trivsel.platform.worklist.TaskDesk;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.WorklistTask;
import org.trivsel.practice.casefile.ReferCase;

/**
 * Plays what people did in a case: the real tasks, completed by the real people at the real time. It goes through every
 * rule and gate a person meets and never writes a row itself.
 */
@Component
@Profile("demo")
public class CasePlayer {

    private final ReferCase referCase;
    private final TaskDesk desk;
    private final CaseActions actions;
    private final DeadlineRegister deadlines;
    private final DeadlineMoves moves;
    private final Worklist worklist;
    private final Users users;
    private final TimeMachine time;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Map<String, String> refs = new HashMap<>();

    CasePlayer(
            ReferCase referCase,
            TaskDesk desk,
            CaseActions actions,
            DeadlineRegister deadlines,
            DeadlineMoves moves,
            Worklist worklist,
            Users users,
            TimeMachine time,
            Clock clock,
            JdbcClient jdbc,
            ObjectMapper json) {
        this.referCase = referCase;
        this.desk = desk;
        this.actions = actions;
        this.deadlines = deadlines;
        this.moves = moves;
        this.worklist = worklist;
        this.users = users;
        this.time = time;
        this.clock = clock;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A step did not go as the script says. Nothing of the step happened, and nothing after it. */
    public static class StepFailed extends RuntimeException {

        StepFailed(CaseScript script, Step step, String why, @Nullable Throwable cause) {
            super(script.name() + ", " + step.at() + ", " + step.user() + ", " + step.what() + ": " + why, cause);
        }
    }

    private record Cue(CaseScript script, Step step) {}

    /**
     * Plays several cases interleaved in time, and leaves the clock at the end of the time.
     *
     * @param from the first moment that is played
     * @param until the moment before which is played
     * @throws StepFailed naming the script, the step and everything that was wrong with it
     */
    public void play(List<CaseScript> scripts, LocalDateTime from, LocalDateTime until) {
        List<Cue> cues = new ArrayList<>();
        scripts.forEach(script -> script.steps().stream()
                .filter(step -> !step.at().isBefore(from) && step.at().isBefore(until))
                .forEach(step -> cues.add(new Cue(script, step))));
        cues.sort(Comparator.comparing(cue -> cue.step().at()));
        time.withoutJobExecutor(() -> {
            cues.forEach(cue -> play(cue.script(), cue.step()));
            moveTo(until);
        });
    }

    /** The reference the case of a script got. */
    public String caseRef(CaseScript script) {
        return Objects.requireNonNullElseGet(
                script.caseRef(), () -> Objects.requireNonNull(refs.get(script.name()), script.name()));
    }

    private void play(CaseScript script, Step step) {
        moveTo(step.at());
        User user =
                users.find(step.user()).orElseThrow(() -> new StepFailed(script, step, "there is no such user", null));
        try {
            if (step.refer() != null) {
                refer(script, user, step.refer());
            } else if (step.action() != null) {
                actions.start(user, caseRef(script), step.action());
            } else if (step.done() != null) {
                done(user, caseRef(script), step.done(), Objects.requireNonNull(step.data()));
            } else {
                WorklistTask task = task(caseRef(script), Objects.requireNonNull(step.task()), step.element());
                complete(user, task, step.data());
            }
        } catch (SubmissionRefused e) {
            throw new StepFailed(script, step, e.errors().toString(), e);
        } catch (GateBlocked e) {
            throw new StepFailed(script, step, e.blocked().toString(), e);
        } catch (RuntimeException e) {
            throw new StepFailed(script, step, e.toString(), e);
        }
    }

    /**
     * Completes a task as the script does: prefilled as a person finds it, with the script's answers laid over, taken
     * from the colleague it was given to.
     */
    public void complete(User user, WorklistTask task, @Nullable JsonNode data) {
        if (!user.username().equals(task.assignee())) {
            desk.claim(user, task.id());
        }
        ObjectNode answers = desk.open(user, task.id()).data().deepCopy();
        if (data != null) {
            answers.setAll((ObjectNode) data);
        }
        desk.complete(user, task.id(), answers);
    }

    /**
     * The open task of a case. Of several alike the newest: it belongs to what was started last.
     *
     * @param element what the task is about, or null for whatever it is
     * @throws IllegalStateException when there is none, naming those that are open
     */
    public WorklistTask task(String caseRef, String taskKey, @Nullable String element) {
        return worklist.ofCase(caseRef).stream()
                .filter(task -> task.taskKey().equals(taskKey))
                .filter(task -> element == null || element.equals(task.element()))
                .max(Comparator.comparing(WorklistTask::createdAt))
                .orElseThrow(() -> new IllegalStateException("no such task is open, only " + openTasks(caseRef)));
    }

    /** The open tasks of a case, each with what it is about: {@code UserTask_RecordConsent P1}. */
    public List<String> openTasks(String caseRef) {
        return worklist.ofCase(caseRef).stream()
                .map(task -> task.taskKey() + (task.element() == null ? "" : " " + task.element()))
                .toList();
    }

    private void done(User user, String caseRef, String rule, JsonNode data) {
        long id = deadlines.running(caseRef).stream()
                .filter(one -> one.ruleKey().equals(rule))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no deadline " + rule + " runs"))
                .id();
        moves.done(user.username(), caseRef, id, data.path("reason").asText());
    }

    private void refer(CaseScript script, User user, JsonNode data) {
        if (script.caseRef() != null) {
            continueCountingAt(script.caseRef());
        }
        ObjectNode answers = referCase.prefill(user);
        answers.setAll((ObjectNode) data);
        String given = referCase.refer(user, answers);
        if (script.caseRef() != null && !script.caseRef().equals(given)) {
            throw new IllegalStateException(script.caseRef() + " is taken; the case became " + given);
        }
        refs.put(script.name(), given);
    }

    /** So that the example cases carry the numbers they are known by. Numbers are skipped, never reused. */
    private void continueCountingAt(String caseRef) {
        int year = Integer.parseInt(caseRef.substring(0, 4));
        int before = Integer.parseInt(caseRef.substring(5)) - 1;
        int updated = jdbc.sql("update case_counter set last_number = ? where case_year = ? and last_number < ?")
                .params(before, year, before)
                .update();
        boolean counted = jdbc.sql("select count(*) from case_counter where case_year = ?")
                        .param(year)
                        .query(Integer.class)
                        .single()
                > 0;
        if (updated == 0 && !counted) {
            jdbc.sql("insert into case_counter (case_year, last_number) values (?, ?)")
                    .params(year, before)
                    .update();
        }
    }

    /** Time only goes forward; what is due on the way happens on the way. */
    private void moveTo(LocalDateTime local) {
        Instant target = local.atZone(clock.getZone()).toInstant();
        if (target.isAfter(clock.instant())) {
            time.moveTo(target);
        }
    }
}
