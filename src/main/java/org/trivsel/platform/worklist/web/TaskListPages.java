package org.trivsel.platform.worklist.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.CaseFacts;
import org.trivsel.platform.worklist.ProcessTexts;
import org.trivsel.platform.worklist.SavedViews;
import org.trivsel.platform.worklist.TaskDesk;
import org.trivsel.platform.worklist.TaskGone;
import org.trivsel.platform.worklist.TaskNotFound;
import org.trivsel.platform.worklist.TaskNotYours;
import org.trivsel.platform.worklist.TaskRows;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.Worklist.Filter;
import org.trivsel.platform.worklist.Worklist.Whose;
import org.trivsel.platform.worklist.WorklistTask;

/** The task list: mine, my team's, all of my cases; searched, filtered and grouped, all of which stands in the address. */
@Controller
class TaskListPages {

    private static final int PAGE = 50;
    private static final int SEARCH = 100;
    private static final int REASON = 2000;
    private static final int AT_ONCE = 200;
    /** No case has this in its reference: of what was typed nothing is left to look for. */
    private final Worklist worklist;

    private final TaskDesk desk;
    private final TaskRows rows;
    private final CaseFacts facts;
    private final ProcessTexts texts;
    private final SavedViews views;
    private final CurrentUser current;
    private final Users users;
    private final Clock clock;

    TaskListPages(
            Worklist worklist,
            TaskDesk desk,
            TaskRows rows,
            CaseFacts facts,
            ProcessTexts texts,
            SavedViews views,
            CurrentUser current,
            Users users,
            Clock clock) {
        this.worklist = worklist;
        this.desk = desk;
        this.rows = rows;
        this.facts = facts;
        this.texts = texts;
        this.views = views;
        this.current = current;
        this.users = users;
        this.clock = clock;
    }

    /** @param when LATE, TODAY, WEEK or LATER where the list is grouped by date, else empty */
    record Group(String key, String caseRef, String family, String state, String when, List<TaskRows.Row> rows) {}

    /** What the list shows, as it stands in the address. */
    public record Shown(String whose, String by, String q, String role, boolean late) {

        public String query() {
            return UriComponentsBuilder.newInstance()
                    .queryParam("whose", whose)
                    .queryParam("by", by)
                    .queryParam("q", q)
                    .queryParam("role", role)
                    .queryParam("late", late ? "1" : "")
                    .build()
                    .encode()
                    .toUriString();
        }
    }

    /** What is no choice is the usual one: an old link must not end in an error. */
    @GetMapping("/tasks")
    String list(
            @RequestParam(defaultValue = "me") String whose,
            @RequestParam(defaultValue = "case") String by,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String late,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        User user = current.get();
        Whose wanted = "team".equals(whose) ? Whose.NONE : "any".equals(whose) ? Whose.ANY : Whose.ME;
        boolean tooLong = q.length() > SEARCH;
        String search = tooLong ? "" : q.strip();
        Shown shown = new Shown(
                wanted == Whose.NONE ? "team" : wanted == Whose.ANY ? "any" : "me",
                "date".equals(by) ? "date" : "case",
                search,
                Role.ofGroup(role).map(Role::group).orElse(""),
                "1".equals(late));
        Worklist.Page page = worklist.page(
                user,
                new Worklist.Query(wanted, null, shown.late() ? clock.instant() : null, PAGE, after),
                filter(user, shown, locale));
        model.addAttribute("groups", groups(page.tasks(), shown, user, locale));
        model.addAttribute(
                "unseen",
                worklist.unseen(
                        user.username(),
                        page.tasks().stream().map(WorklistTask::id).toList()));
        model.addAttribute("shown", shown);
        model.addAttribute("whose", shown.whose());
        model.addAttribute("tooLong", tooLong);
        model.addAttribute("filtered", !search.isEmpty() || !shown.role().isEmpty() || shown.late());
        model.addAttribute("roles", List.of(Role.CASEWORKER, Role.CONSULTANT, Role.MANAGER));
        model.addAttribute("views", views.of(user.username()));
        model.addAttribute("mayAssign", user.has(Role.MANAGER) || wanted == Whose.ME);
        model.addAttribute(
                "colleagues", users.all().stream().filter(User::worksOnCases).toList());
        model.addAttribute("version", worklist.version(user));
        model.addAttribute(
                "counts", Map.of("me", worklist.count(user, Whose.ME), "team", worklist.count(user, Whose.NONE)));
        model.addAttribute("next", page.next());
        return "tasks";
    }

    /** Whether anything in the list is new or other than it was: 204 while it is not, so that a page can ask often. */
    @GetMapping("/tasks/version")
    ResponseEntity<Void> version(@RequestParam String known) {
        return worklist.version(current.get()).equals(known)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.ok().build();
    }

    @PostMapping("/tasks/views")
    String save(@RequestParam String name, @RequestParam String query, RedirectAttributes flash) {
        boolean saved = query.startsWith("?") && views.save(current.get().username(), name, query);
        flash.addFlashAttribute(saved ? "viewSaved" : "viewRefused", true);
        return "redirect:/tasks" + (query.startsWith("?") ? query : "");
    }

    @PostMapping("/tasks/views/{id}/delete")
    String delete(@PathVariable long id) {
        views.delete(current.get().username(), id);
        return "redirect:/tasks";
    }

    /** Hands several tasks to a colleague, with a reason that stays in their history. What cannot be handed on stays. */
    @PostMapping("/tasks/assign")
    String assign(
            @RequestParam(required = false) @Nullable List<String> ids,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "?whose=me") String back,
            RedirectAttributes flash) {
        User user = current.get();
        String page = "redirect:/tasks" + (back.startsWith("?") ? back : "");
        User receiver = users.find(to).orElse(null);
        if (ids == null
                || ids.isEmpty()
                || ids.size() > AT_ONCE
                || receiver == null
                || reason.isBlank()
                || reason.length() > REASON) {
            flash.addFlashAttribute("assignRefused", true);
            flash.addFlashAttribute("typedReason", reason.substring(0, Math.min(REASON, reason.length())));
            flash.addFlashAttribute("typedTo", to);
            flash.addFlashAttribute("typedIds", ids == null ? List.of() : ids);
            return page;
        }
        int moved = 0;
        int left = 0;
        for (String id : ids) {
            try {
                desk.assign(user, id, receiver, reason.strip());
                moved++;
            } catch (TaskNotYours | TaskGone | TaskNotFound e) {
                left++; // not theirs to do, or a colleague was faster: it stays as it is
            }
        }
        flash.addFlashAttribute("moved", moved);
        flash.addFlashAttribute("left", left);
        flash.addFlashAttribute("movedTo", receiver.displayName());
        return page;
    }

    private Filter filter(User user, Shown shown, Locale locale) {
        String role = shown.role().isEmpty() ? null : shown.role();
        if (shown.q().isEmpty()) {
            return new Filter(null, role, List.of());
        }
        String wanted = shown.q().toLowerCase(locale);
        List<String> keys = worklist.kinds(user).stream()
                .filter(kind -> texts.name(kind.textKey(), kind.name(), locale)
                        .toLowerCase(locale)
                        .contains(wanted))
                .map(Worklist.Named::textKey)
                .distinct()
                .toList();
        return new Filter(shown.q(), role, keys);
    }

    private List<Group> groups(List<WorklistTask> tasks, Shown shown, User user, Locale locale) {
        TaskRows.Look look = rows.look(user, locale);
        Map<String, List<TaskRows.Row>> grouped = new LinkedHashMap<>();
        tasks.forEach(task -> grouped.computeIfAbsent(
                        shown.by().equals("date") ? when(task) : task.caseRef() == null ? "" : task.caseRef(),
                        key -> new ArrayList<>())
                .add(look.row(task)));
        return grouped.entrySet().stream()
                .map(entry -> shown.by().equals("date")
                        ? new Group(entry.getKey(), "", "", "", entry.getKey(), entry.getValue())
                        : ofCase(entry.getKey(), entry.getValue(), user, locale))
                .toList();
    }

    private Group ofCase(String caseRef, List<TaskRows.Row> tasks, User user, Locale locale) {
        if (caseRef.isEmpty()) {
            return new Group("advice", "", "", "", "", tasks);
        }
        CaseFacts.Heading heading = facts.heading(caseRef, user, locale);
        return new Group(caseRef, caseRef, heading.family(), heading.state(), "", tasks);
    }

    private String when(WorklistTask task) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        LocalDate due = LocalDate.ofInstant(task.dueAt(), clock.getZone());
        if (task.dueAt().isBefore(now)) {
            return "LATE";
        }
        if (!due.isAfter(today)) {
            return "TODAY";
        }
        return due.isAfter(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))) ? "LATER" : "WEEK";
    }
}
