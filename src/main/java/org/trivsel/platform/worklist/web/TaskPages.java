package org.trivsel.platform.worklist.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.trivsel.platform.forms.FormTexts;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.CaseFacts;
import org.trivsel.platform.worklist.ErrorTexts;
import org.trivsel.platform.worklist.Gates;
import org.trivsel.platform.worklist.MendLinks;
import org.trivsel.platform.worklist.TaskDesk;
import org.trivsel.platform.worklist.TaskGate;
import org.trivsel.platform.worklist.TaskRights;
import org.trivsel.platform.worklist.TaskRows;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.Worklist.Whose;
import org.trivsel.platform.worklist.WorklistTask;

/** The task list and the page on which a task is done. */
@Controller
class TaskPages {

    private static final int PAGE = 50;

    private final Worklist worklist;
    private final TaskDesk desk;
    private final TaskRights rights;
    private final TaskRows rows;
    private final Gates gates;
    private final ErrorTexts errors;
    private final CaseFacts facts;
    private final FormTexts formTexts;
    private final CurrentUser current;
    private final Users users;
    private final MendLinks links;

    TaskPages(
            Worklist worklist,
            TaskDesk desk,
            TaskRights rights,
            TaskRows rows,
            Gates gates,
            ErrorTexts errors,
            CaseFacts facts,
            FormTexts formTexts,
            CurrentUser current,
            Users users,
            MendLinks links) {
        this.worklist = worklist;
        this.desk = desk;
        this.rights = rights;
        this.rows = rows;
        this.gates = gates;
        this.errors = errors;
        this.facts = facts;
        this.formTexts = formTexts;
        this.current = current;
        this.users = users;
        this.links = links;
    }

    record Group(String caseRef, String family, String state, List<TaskRows.Row> rows) {}

    record MissingRow(String message, @Nullable String link) {}

    record Context(
            boolean gateNamed,
            List<MissingRow> missing,
            List<CaseFacts.Fact> worries,
            List<CaseFacts.Fact> goals,
            List<CaseFacts.Fact> scale) {}

    @GetMapping("/tasks")
    String list(
            @RequestParam(defaultValue = "me") String whose,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        User user = current.get();
        Whose wanted = "team".equals(whose) ? Whose.NONE : "any".equals(whose) ? Whose.ANY : Whose.ME;
        Worklist.Page page = worklist.page(user, new Worklist.Query(wanted, null, null, PAGE, after));
        TaskRows.Look look = rows.look(user, locale);
        Map<String, List<TaskRows.Row>> byCase = new LinkedHashMap<>();
        page.tasks().forEach(task -> byCase.computeIfAbsent(
                        task.caseRef() == null ? "" : task.caseRef(), ref -> new ArrayList<>())
                .add(look.row(task)));
        model.addAttribute(
                "groups",
                byCase.entrySet().stream()
                        .map(entry -> group(entry.getKey(), entry.getValue(), user, locale))
                        .toList());
        model.addAttribute("whose", wanted == Whose.NONE ? "team" : wanted == Whose.ANY ? "any" : "me");
        model.addAttribute(
                "counts", Map.of("me", worklist.count(user, Whose.ME), "team", worklist.count(user, Whose.NONE)));
        model.addAttribute("next", page.next());
        return "tasks";
    }

    private Group group(String caseRef, List<TaskRows.Row> rows, User user, Locale locale) {
        if (caseRef.isEmpty()) {
            return new Group("", "", "", rows);
        }
        CaseFacts.Heading heading = facts.heading(caseRef, user, locale);
        return new Group(caseRef, heading.family(), heading.state(), rows);
    }

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
        model.addAttribute("formUrl", "/tasks/" + id + "/form");
        model.addAttribute("draftUrl", "/tasks/" + id + "/draft");
        model.addAttribute("submitUrl", "/tasks/" + id + "/complete");
        if (task.caseRef() != null) {
            model.addAttribute("context", context(task, task.caseRef(), user, locale));
        }
        return "task";
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
        return answer;
    }

    @PutMapping("/tasks/{id}/draft")
    @ResponseBody
    Map<String, Instant> draft(@PathVariable String id, @RequestBody JsonNode data) {
        return Map.of("savedAt", desk.saveDraft(current.get(), id, data));
    }

    /** Answers with the page to go on to: the case, where what happened next is seen. */
    @PostMapping("/tasks/{id}/complete")
    @ResponseBody
    Map<String, String> complete(@PathVariable String id, @RequestBody JsonNode data) {
        WorklistTask done = desk.complete(current.get(), id, data);
        return Map.of("location", done.caseRef() == null ? "/tasks" : "/cases/" + done.caseRef());
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(@PathVariable String id) {
        desk.claim(current.get(), id);
        return "redirect:/tasks/" + id;
    }
}
