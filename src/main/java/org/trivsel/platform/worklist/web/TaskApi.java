package org.trivsel.platform.worklist.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.ProcessTexts;
import org.trivsel.platform.worklist.TaskDesk;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.Worklist.Query;
import org.trivsel.platform.worklist.Worklist.Whose;
import org.trivsel.platform.worklist.WorklistTask;

/** Tasks for programs: the same rules and texts as the pages. */
@RestController
@RequestMapping("/api/tasks")
@Tag(name = "tasks")
class TaskApi {

    private static final int MOST = 200;

    private final Worklist worklist;
    private final TaskDesk desk;
    private final ProcessTexts texts;
    private final CurrentUser current;
    private final Users users;
    private final Clock clock;

    TaskApi(Worklist worklist, TaskDesk desk, ProcessTexts texts, CurrentUser current, Users users, Clock clock) {
        this.worklist = worklist;
        this.desk = desk;
        this.texts = texts;
        this.current = current;
        this.users = users;
        this.clock = clock;
    }

    record TaskRow(
            String id,
            String taskKey,
            String name,
            @Nullable String caseRef,
            @Nullable String formId,
            @Nullable String element,
            @Nullable String assignee,
            @Nullable String candidateGroup,
            Instant dueAt,
            Instant createdAt) {}

    record TaskPage(List<TaskRow> tasks, @Nullable String next) {}

    record TaskWithForm(@JsonUnwrapped TaskRow task, JsonNode form, JsonNode data, @Nullable Instant savedAt) {}

    record Assignment(String user) {}

    @GetMapping
    @Operation(summary = "Tasks the caller may see, by due date, page by cursor")
    TaskPage list(
            @RequestParam(defaultValue = "me") String assignee,
            @RequestParam(name = "case", required = false) @Nullable String caseRef,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        Whose whose =
                switch (assignee) {
                    case "me" -> Whose.ME;
                    case "none" -> Whose.NONE;
                    case "any" -> Whose.ANY;
                    default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "assignee: me, none or any");
                };
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit: 1 to " + MOST);
        }
        Instant overdueAt = overdue ? clock.instant() : null;
        Worklist.Page page = worklist.page(current.get(), new Query(whose, caseRef, overdueAt, limit, after));
        return new TaskPage(page.tasks().stream().map(task -> row(task, locale)).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A task with its localised form and what is known or drafted so far")
    TaskWithForm get(@PathVariable String id, Locale locale) {
        TaskDesk.OpenTask open = desk.open(current.get(), id);
        return new TaskWithForm(row(open.task(), locale), open.form(), open.data(), open.savedAt());
    }

    @PostMapping("/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@PathVariable String id) {
        desk.claim(current.get(), id);
    }

    @PostMapping("/{id}/unclaim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unclaim(@PathVariable String id) {
        desk.unclaim(current.get(), id);
    }

    @PostMapping("/{id}/assign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable String id, @RequestBody Assignment assignment) {
        User receiver = users.find(String.valueOf(assignment.user()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "user: unknown"));
        desk.assign(current.get(), id, receiver);
    }

    @PutMapping("/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draft(@PathVariable String id, @RequestBody JsonNode data) {
        desk.saveDraft(current.get(), id, data, null);
    }

    @PostMapping("/{id}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Completes the task; 422 names every wrong field and everything a gate misses")
    void complete(@PathVariable String id, @RequestBody JsonNode data) {
        desk.complete(current.get(), id, data);
    }

    private TaskRow row(WorklistTask task, Locale locale) {
        return new TaskRow(
                task.id(),
                task.taskKey(),
                texts.name(task, locale),
                task.caseRef(),
                task.formId(),
                task.element(),
                task.assignee(),
                task.candidateGroup(),
                task.dueAt(),
                task.createdAt());
    }
}
