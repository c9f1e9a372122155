package org.trivsel.practice.casepage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.trivsel.platform.access.CaseAccess;
import org.trivsel.platform.access.CaseNotFound;
import org.trivsel.platform.access.Purpose;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.worklist.CaseCourse;
import org.trivsel.practice.casefile.JournalTexts;
import org.trivsel.practice.casefile.Names;

/** The parts of a case page that are fetched when somebody asks for them: journal, plan versions, drawn process. */
@Controller
class CaseParts {

    private final CaseJournal journal;
    private final PlanReading plans;
    private final CaseCourse course;
    private final CourseRows runs;
    private final Names names;
    private final CaseAccess access;
    private final CurrentUser current;

    CaseParts(
            CaseJournal journal,
            PlanReading plans,
            CaseCourse course,
            CourseRows runs,
            Names names,
            CaseAccess access,
            CurrentUser current) {
        this.journal = journal;
        this.plans = plans;
        this.course = course;
        this.runs = runs;
        this.names = names;
        this.access = access;
        this.current = current;
    }

    /** The journal with its filters; the same address for the whole page and for the list alone. */
    @GetMapping("/cases/{caseRef}/journal")
    String journal(
            @PathVariable String caseRef,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String author,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable Long before,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        User reader = current.get();
        CaseJournal.Wanted wanted = new CaseJournal.Wanted(q, kind, author, day(from), day(until), before);
        access.require(
                reader,
                caseRef,
                wanted.isSearch() ? "journal search" : "journal",
                wanted.isSearch() ? Purpose.SEARCH : Purpose.CASE_WORK);
        model.addAttribute("caseRef", caseRef);
        model.addAttribute("wanted", wanted);
        model.addAttribute("found", journal.find(caseRef, reader, wanted, locale));
        return request.getHeader("HX-Request") == null ? "case-journal" : "case-journal :: found";
    }

    /** What changed from one version of the plan to another. */
    @GetMapping("/cases/{caseRef}/plan")
    String plan(
            @PathVariable String caseRef,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        User reader = current.get();
        access.require(reader, caseRef, "plan", Purpose.CASE_WORK);
        boolean visible = names.visible(caseRef, reader);
        var versions = visible ? plans.versions(caseRef, locale) : java.util.List.<PlanReading.VersionRow>of();
        String newest = versions.isEmpty() ? "" : versions.get(0).number();
        String shown = versions.stream().anyMatch(one -> one.number().equals(to)) ? to : newest;
        model.addAttribute("caseRef", caseRef);
        model.addAttribute("versions", versions);
        model.addAttribute("shown", shown);
        model.addAttribute("from", from == null ? "" : from);
        model.addAttribute(
                "compared", versions.stream().anyMatch(one -> one.number().equals(from)));
        model.addAttribute(
                "changes",
                plans.changes(caseRef, from == null ? "" : from, shown == null ? "" : shown, reader, locale));
        model.addAttribute(
                "lines", JournalTexts.blocks(plans.lines(caseRef, shown == null ? "" : shown, reader, locale)));
        return request.getHeader("HX-Request") == null ? "case-plan" : "case-plan :: shown";
    }

    /** Which processes ran and what happened in them; the same address for the whole page and for the list alone. */
    @GetMapping("/cases/{caseRef}/course")
    String course(@PathVariable String caseRef, HttpServletRequest request, Model model, Locale locale) {
        access.require(current.get(), caseRef, "course", Purpose.CASE_WORK);
        model.addAttribute("caseRef", caseRef);
        model.addAttribute("runs", runs.of(caseRef, locale));
        return request.getHeader("HX-Request") == null ? "case-course" : "case-course :: runs";
    }

    /** A process of the case as a drawing, in the reader's words. */
    @GetMapping("/cases/{caseRef}/course/{instanceId}")
    @ResponseBody
    CaseCourse.Drawing drawing(@PathVariable String caseRef, @PathVariable String instanceId, Locale locale) {
        access.require(current.get(), caseRef, "course", Purpose.CASE_WORK);
        try {
            return course.drawing(caseRef, instanceId, locale);
        } catch (NoSuchElementException e) {
            throw new CaseNotFound(caseRef);
        }
    }

    /** The browser says that the page was printed. */
    @PostMapping("/cases/{caseRef}/printed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void printed(@PathVariable String caseRef) {
        access.require(current.get(), caseRef, "print", Purpose.PRINT);
    }

    /** A day that is no day filters nothing: the field shows what was typed. */
    private static @Nullable LocalDate day(@Nullable String day) {
        try {
            return day == null || day.isEmpty() ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
