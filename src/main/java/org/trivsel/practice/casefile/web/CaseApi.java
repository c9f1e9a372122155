package org.trivsel.practice.casefile.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.trivsel.platform.access.CaseAccess;
import org.trivsel.platform.access.Purpose;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.worklist.CaseActions;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.platform.worklist.WorklistTask;
import org.trivsel.practice.casefile.CaseOverview;
import org.trivsel.practice.casefile.JournalReader;
import org.trivsel.practice.casefile.JournalTexts;
import org.trivsel.practice.casefile.ReferCase;

/** Cases for programs: the same rules, texts and access log as the pages. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "cases")
class CaseApi {

    private final ReferCase referCase;
    private final CaseOverview overview;
    private final JournalReader journal;
    private final JournalTexts journalTexts;
    private final CaseActions actions;
    private final CaseAccess access;
    private final Worklist worklist;
    private final CurrentUser current;

    CaseApi(
            ReferCase referCase,
            CaseOverview overview,
            JournalReader journal,
            JournalTexts journalTexts,
            CaseActions actions,
            CaseAccess access,
            Worklist worklist,
            CurrentUser current) {
        this.referCase = referCase;
        this.overview = overview;
        this.journal = journal;
        this.journalTexts = journalTexts;
        this.actions = actions;
        this.access = access;
        this.worklist = worklist;
        this.current = current;
    }

    record Referred(String caseRef) {}

    record EntryRow(
            long id,
            String formId,
            String title,
            @Nullable String taskKey,
            @Nullable String element,
            String author,
            Instant at,
            String visibleTo,
            JsonNode data) {}

    /** @param tasks ids of the tasks that appeared */
    record Started(String message, List<String> tasks) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Starts a case from a referral form's data")
    Referred refer(@RequestBody JsonNode data) {
        User user = current.get();
        if (!user.has(Role.CASEWORKER)) {
            throw new AccessDeniedException("only caseworkers refer");
        }
        return new Referred(referCase.refer(user, data));
    }

    @GetMapping("/{caseRef}")
    @Operation(summary = "State, level, people, gates with what is missing, deadlines, and what may be started now")
    CaseOverview.View get(@PathVariable String caseRef, Locale locale) {
        return overview.of(caseRef, current.get(), locale);
    }

    @GetMapping("/{caseRef}/journal")
    @Operation(summary = "Journal entries the caller may read, newest first")
    List<EntryRow> journal(@PathVariable String caseRef, Locale locale) {
        User user = current.get();
        access.require(user, caseRef, "journal", Purpose.CASE_WORK);
        return journal.read(caseRef, user).stream()
                .map(entry -> new EntryRow(
                        entry.id(),
                        entry.formId(),
                        journalTexts.title(entry, locale),
                        entry.taskKey(),
                        entry.element(),
                        entry.author(),
                        entry.at(),
                        entry.visibleTo(),
                        entry.data()))
                .toList();
    }

    @PostMapping("/{caseRef}/actions/{message}")
    @Operation(summary = "Starts one of the case's actions")
    Started start(
            @PathVariable String caseRef,
            @PathVariable String message,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        User user = current.get();
        access.require(user, caseRef, "action " + message, Purpose.CASE_WORK);
        Set<String> before =
                worklist.ofCase(caseRef).stream().map(WorklistTask::id).collect(Collectors.toSet());
        actions.start(user, caseRef, message, key);
        return new Started(
                message,
                worklist.ofCase(caseRef).stream()
                        .map(WorklistTask::id)
                        .filter(id -> !before.contains(id))
                        .toList());
    }
}
