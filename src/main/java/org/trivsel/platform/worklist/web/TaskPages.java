package org.trivsel.platform.worklist.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import org.trivsel.platform.data.DateTexts;
import org.trivsel.platform.forms.DraftIsNewer;
import org.trivsel.platform.forms.Drafts;
import org.trivsel.platform.forms.FormTexts;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.CaseFacts;
import org.trivsel.platform.worklist.ErrorTexts;
import org.trivsel.platform.worklist.Gates;
import org.trivsel.platform.worklist.MendLinks;
import org.trivsel.platform.worklist.TaskComments;
import org.trivsel.platform.worklist.TaskDesk;
import org.trivsel.platform.worklist.TaskEvents;
import org.trivsel.platform.worklist.TaskGate;
import org.trivsel.platform.worklist.TaskGone;
import org.trivsel.platform.worklist.TaskRights;
import org.trivsel.platform.worklist.TaskRows;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.WorklistTask;

/** The page on which a task is done. */
@Controller
class TaskPages {

    private static final int NOTE_SECONDS = 60;

    private final TaskDesk desk;
    private final TaskRights rights;
    private final Worklist worklist;
    private final Clock clock;
    private final TaskRows rows;
    private final DateTexts dates;
    private final TaskEvents events;
    private final TaskComments comments;
    private final Gates gates;
    private final ErrorTexts errors;
    private final CaseFacts facts;
    private final FormTexts formTexts;
    private final CurrentUser current;
    private final Users users;
    private final MendLinks links;

    TaskPages(
            TaskDesk desk,
            TaskRights rights,
            Worklist worklist,
            Clock clock,
            TaskRows rows,
            DateTexts dates,
            TaskEvents events,
            TaskComments comments,
            Gates gates,
            ErrorTexts errors,
            CaseFacts facts,
            FormTexts formTexts,
            CurrentUser current,
            Users users,
            MendLinks links) {
        this.desk = desk;
        this.rights = rights;
        this.worklist = worklist;
        this.clock = clock;
        this.rows = rows;
        this.dates = dates;
        this.events = events;
        this.comments = comments;
        this.gates = gates;
        this.errors = errors;
        this.facts = facts;
        this.formTexts = formTexts;
        this.current = current;
        this.users = users;
        this.links = links;
    }

    record MissingRow(String message, @Nullable String link) {}

    record Context(
            boolean gateNamed,
            List<MissingRow> missing,
            List<CaseFacts.Fact> worries,
            List<CaseFacts.Fact> goals,
            List<CaseFacts.Fact> scale) {}

    @GetMapping("/tasks/{id}")
    String task(@PathVariable String id, Model model, Locale locale) {
        User user = current.get();
        TaskDesk.OpenTask open = desk.open(user, id);
        WorklistTask task = open.task();
        model.addAttribute("title", formTexts.title(open.form(), locale));
        model.addAttribute("taskId", id);
        model.addAttribute("caseRef", task.caseRef());
        model.addAttribute("about", rows.look(user, locale).about(task));
        model.addAttribute("due", rows.due(task, locale));
        model.addAttribute("late", rows.isLate(task));
        model.addAttribute("assigneeName", task.assignee() == null ? null : users.displayName(task.assignee()));
        model.addAttribute("mine", user.username().equals(task.assignee()));
        model.addAttribute("mayClaim", rights.mayClaim(user, task));
        model.addAttribute("history", history(id, locale));
        model.addAttribute("ticket", UUID.randomUUID());
        model.addAttribute(
                "comments",
                comments.of(id).stream()
                        .map(one -> new Said(one.text(), users.displayName(one.by()), dates.moment(one.at(), locale)))
                        .toList());
        model.addAttribute("formUrl", "/tasks/" + id + "/form");
        model.addAttribute("draftUrl", "/tasks/" + id + "/draft");
        model.addAttribute("hereUrl", "/tasks/" + id + "/here");
        model.addAttribute("submitUrl", "/tasks/" + id + "/complete");
        if (task.caseRef() != null) {
            model.addAttribute("context", context(task, task.caseRef(), user, locale));
        }
        return "task";
    }

    record Said(String text, String by, String at) {}

    record Past(TaskEvents.Kind kind, @Nullable String to, String reason, String by, String at) {}

    private List<Past> history(String taskId, Locale locale) {
        return events.of(taskId).stream()
                .map(one -> new Past(
                        one.kind(),
                        one.to() == null ? null : users.displayName(one.to()),
                        one.reason(),
                        users.displayName(one.by()),
                        dates.moment(one.at(), locale)))
                .toList();
    }

    private Context context(WorklistTask task, String caseRef, User user, Locale locale) {
        List<TaskGate> behind = gates.behind(task);
        List<MissingRow> missing = behind.stream()
                .flatMap(gate -> gate.missing(caseRef, null).stream()
                        .map(one -> errors.of(caseRef, gate.key(), one, user, locale)))
                .map(one -> new MissingRow(one.message(), links.to(caseRef, one.mend(), task.id())))
                .toList();
        return new Context(
                !behind.isEmpty(),
                missing,
                facts.worries(caseRef, user),
                facts.goals(caseRef, user),
                facts.scale(caseRef, user));
    }

    @GetMapping("/tasks/{id}/form")
    @ResponseBody
    Map<String, Object> form(@PathVariable String id) {
        TaskDesk.OpenTask open = desk.open(current.get(), id);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("form", open.form());
        answer.put("data", open.data());
        answer.put("savedAt", open.savedAt());
        answer.put("revision", open.revision());
        return answer;
    }

    @PutMapping("/tasks/{id}/draft")
    @ResponseBody
    ResponseEntity<Map<String, Object>> draft(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long revision,
            @RequestBody JsonNode data) {
        try {
            return ResponseEntity.ok(answer(desk.saveDraft(current.get(), id, data, revision)));
        } catch (DraftIsNewer newer) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(answer(newer.saved()));
        }
    }

    private static Map<String, Object> answer(Drafts.Draft draft) {
        return Map.of("savedAt", draft.savedAt(), "revision", draft.revision());
    }

    /** Asked every few seconds by an open task: who else is in it, or that it was done meanwhile. */
    @PostMapping("/tasks/{id}/here")
    @ResponseBody
    Map<String, String> here(@PathVariable String id, Locale locale) {
        return Map.of("text", whoElse(id, locale));
    }

    private String whoElse(String id, Locale locale) {
        try {
            List<String> others = desk.here(current.get(), id).stream()
                    .map(users::displayName)
                    .toList();
            return others.isEmpty() ? "" : rows.text("task.here", locale, String.join(", ", others));
        } catch (TaskGone gone) {
            return rows.text("problem.task-gone", locale);
        }
    }

    /** Answers with the page to go on to: the case, where what happened next is seen. */
    @PostMapping("/tasks/{id}/complete")
    @ResponseBody
    Map<String, String> complete(
            @PathVariable String id,
            @RequestBody JsonNode data,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        User user = current.get();
        Instant before = clock.instant().minusSeconds(1);
        WorklistTask done = desk.complete(user, id, data);
        if (done.caseRef() == null) {
            return Map.of("location", "/tasks");
        }
        FlashMap note = new FlashMap();
        note.setTargetRequestPath("/cases/" + done.caseRef());
        note.put("done", done(done, done.caseRef(), before, user, locale));
        note.startExpirationPeriod(NOTE_SECONDS);
        new SessionFlashMapManager().saveOutputFlashMap(note, request, response);
        return Map.of("location", "/cases/" + done.caseRef());
    }

    /** What a finished task led to. Stands in the session until the case page shows it once. */
    public record Done(String what, List<Next> next) implements Serializable {}

    public record Next(String id, String name, @Nullable String who, boolean mine) implements Serializable {}

    private Done done(WorklistTask done, String caseRef, Instant before, User user, Locale locale) {
        TaskRows.Look look = rows.look(user, locale);
        List<Next> next = worklist.ofCase(caseRef).stream()
                .filter(task -> !task.createdAt().isBefore(before))
                .map(task -> new Next(
                        task.id(),
                        look.row(task).name(),
                        task.assignee() == null ? null : users.displayName(task.assignee()),
                        user.username().equals(task.assignee())))
                .sorted(Comparator.comparing(one -> !one.mine()))
                .toList();
        return new Done(look.row(done).name(), new ArrayList<>(next));
    }

    @PostMapping("/tasks/{id}/comments")
    String comment(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String ticket,
            RedirectAttributes flash) {
        String once =
                ticket.isEmpty() ? UUID.randomUUID().toString() : ticket.substring(0, Math.min(64, ticket.length()));
        if (!comments.write(current.get(), id, text, once)) {
            flash.addFlashAttribute("commentRefused", true);
            flash.addFlashAttribute("typedComment", text);
        }
        return "redirect:/tasks/" + id + "#comments";
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(@PathVariable String id) {
        desk.claim(current.get(), id);
        return "redirect:/tasks/" + id;
    }

    /** Back to those who may take it; a draft stays with the task. */
    @PostMapping("/tasks/{id}/release")
    String release(@PathVariable String id) {
        desk.unclaim(current.get(), id);
        return "redirect:/tasks/" + id;
    }
}
