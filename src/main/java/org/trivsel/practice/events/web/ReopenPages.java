package org.trivsel.practice.events.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.trivsel.platform.access.CaseAccess;
import org.trivsel.platform.access.Purpose;
import org.trivsel.platform.forms.Drafts;
import org.trivsel.platform.forms.FormTexts;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.practice.events.ReopenCase;

/** Reopens a closed case, by page and by API. */
@Controller
class ReopenPages {

    private final ReopenCase reopenCase;
    private final CaseAccess access;
    private final FormTexts formTexts;
    private final Drafts drafts;
    private final CurrentUser current;

    ReopenPages(ReopenCase reopenCase, CaseAccess access, FormTexts formTexts, Drafts drafts, CurrentUser current) {
        this.reopenCase = reopenCase;
        this.access = access;
        this.formTexts = formTexts;
        this.drafts = drafts;
        this.current = current;
    }

    @GetMapping("/cases/{caseRef}/reopen")
    String page(@PathVariable String caseRef, Model model, Locale locale) {
        model.addAttribute("title", formTexts.title(reopenCase.form(caseworker(caseRef), caseRef), locale));
        model.addAttribute("formUrl", "/cases/" + caseRef + "/reopen/form");
        model.addAttribute("draftUrl", "/cases/" + caseRef + "/reopen/draft");
        model.addAttribute("submitUrl", "/cases/" + caseRef + "/reopen");
        return "task";
    }

    @GetMapping("/cases/{caseRef}/reopen/form")
    @ResponseBody
    Map<String, Object> form(@PathVariable String caseRef) {
        User user = caseworker(caseRef);
        return drafts.find(draft(caseRef), user.username())
                .map(draft -> Map.<String, Object>of(
                        "form", reopenCase.form(user, caseRef), "data", draft.data(), "savedAt", draft.savedAt()))
                .orElseGet(() ->
                        Map.of("form", reopenCase.form(user, caseRef), "data", reopenCase.prefill(user, caseRef)));
    }

    @PutMapping("/cases/{caseRef}/reopen/draft")
    @ResponseBody
    Map<String, Instant> draft(@PathVariable String caseRef, @RequestBody JsonNode data) {
        return Map.of("savedAt", drafts.save(draft(caseRef), caseworker(caseRef).username(), data));
    }

    @PostMapping({"/cases/{caseRef}/reopen", "/api/cases/{caseRef}/reopen"})
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> reopen(@PathVariable String caseRef, @RequestBody JsonNode data) {
        User user = caseworker(caseRef);
        String opened = reopenCase.reopen(user, caseRef, data);
        drafts.discard(draft(caseRef), user.username());
        return Map.of("caseRef", opened, "location", "/cases/" + opened);
    }

    private static String draft(String caseRef) {
        return "reopen:" + caseRef;
    }

    private User caseworker(String caseRef) {
        User user = current.get();
        access.require(user, caseRef, "reopen", Purpose.CASE_WORK);
        if (!user.has(Role.CASEWORKER)) {
            throw new AccessDeniedException("only caseworkers reopen");
        }
        return user;
    }
}
