package org.trivsel.practice.casepage;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.util.WebUtils;
import org.trivsel.platform.access.CaseAccess;
import org.trivsel.platform.access.Purpose;
import org.trivsel.platform.forms.Drafts;
import org.trivsel.platform.forms.FormTexts;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.worklist.CaseActions;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.WorklistTask;
import org.trivsel.practice.casefile.ReferCase;
import org.trivsel.practice.casefile.SafetyCases;

/** The list of cases, the case page, the referral, and what is started on a case. */
@Controller
class CasePages {

    /** Where an unfinished referral is kept: there is no task yet. */
    private static final String DRAFT = "start:" + ReferCase.FORM;

    private final SafetyCases cases;
    private final CasePage casePage;
    private final ReferCase referCase;
    private final CaseActions actions;
    private final CaseAccess access;
    private final Worklist worklist;
    private final FormTexts formTexts;
    private final Drafts drafts;
    private final CurrentUser current;

    CasePages(
            SafetyCases cases,
            CasePage casePage,
            ReferCase referCase,
            CaseActions actions,
            CaseAccess access,
            Worklist worklist,
            FormTexts formTexts,
            Drafts drafts,
            CurrentUser current) {
        this.cases = cases;
        this.casePage = casePage;
        this.referCase = referCase;
        this.actions = actions;
        this.access = access;
        this.worklist = worklist;
        this.formTexts = formTexts;
        this.drafts = drafts;
        this.current = current;
    }

    @GetMapping("/cases")
    String list(Model model, Locale locale) {
        User user = current.get();
        model.addAttribute(
                "rows",
                cases.of(user.username()).stream()
                        .map(found -> casePage.row(found, user, locale))
                        .toList());
        return "cases";
    }

    @GetMapping("/cases/{caseRef}")
    String show(@PathVariable String caseRef, Model model, Locale locale) {
        casePage.fill(caseRef, current.get(), locale, model);
        model.addAttribute("ticket", UUID.randomUUID());
        return "case";
    }

    /**
     * Starts an action and goes to the task it opened, if it is one the starter may do. The second click of a double
     * click carries the same ticket as the first: it starts nothing and leads to the same place.
     */
    @PostMapping("/cases/{caseRef}/actions/{message}")
    String start(
            @PathVariable String caseRef,
            @PathVariable String message,
            @RequestParam(required = false) @Nullable String ticket,
            HttpSession session) {
        User user = current.get();
        access.require(user, caseRef, "action " + message, Purpose.CASE_WORK);
        synchronized (WebUtils.getSessionMutex(session)) {
            String key = "started " + message + " " + ticket;
            Object before = ticket == null ? null : session.getAttribute(key);
            if (before instanceof String page) {
                return page;
            }
            String page = start(user, caseRef, message);
            if (ticket != null) {
                session.setAttribute(key, page);
            }
            return page;
        }
    }

    private String start(User user, String caseRef, String message) {
        Set<String> before =
                worklist.ofCase(caseRef).stream().map(WorklistTask::id).collect(Collectors.toSet());
        actions.start(user, caseRef, message);
        List<WorklistTask> opened = worklist.ofCase(caseRef).stream()
                .filter(task -> !before.contains(task.id()))
                .toList();
        return opened.size() == 1 ? "redirect:/tasks/" + opened.get(0).id() : "redirect:/cases/" + caseRef;
    }

    @GetMapping("/cases/new")
    String referral(Model model, Locale locale) {
        model.addAttribute("title", formTexts.title(referCase.form(caseworker()), locale));
        model.addAttribute("formUrl", "/cases/new/form");
        model.addAttribute("draftUrl", "/cases/new/draft");
        model.addAttribute("submitUrl", "/cases/new");
        return "task";
    }

    @GetMapping("/cases/new/form")
    @ResponseBody
    Map<String, Object> referralForm() {
        User user = caseworker();
        return drafts.find(DRAFT, user.username())
                .map(draft -> Map.<String, Object>of(
                        "form", referCase.form(user), "data", draft.data(), "savedAt", draft.savedAt()))
                .orElseGet(() -> Map.of("form", referCase.form(user), "data", referCase.prefill(user)));
    }

    @PutMapping("/cases/new/draft")
    @ResponseBody
    Map<String, Instant> draft(@RequestBody JsonNode data) {
        return Map.of("savedAt", drafts.save(DRAFT, caseworker().username(), data));
    }

    @PostMapping("/cases/new")
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> refer(@RequestBody JsonNode data) {
        User user = caseworker();
        String caseRef = referCase.refer(user, data);
        drafts.discard(DRAFT, user.username());
        return Map.of("location", "/cases/" + caseRef);
    }

    private User caseworker() {
        User user = current.get();
        if (!user.has(Role.CASEWORKER)) {
            throw new AccessDeniedException("only caseworkers refer");
        }
        return user;
    }
}
