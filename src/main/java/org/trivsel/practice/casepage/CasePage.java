package org.trivsel.practice.casepage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.trivsel.platform.access.EmergencyAccess;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.CaseFacts;
import org.trivsel.platform.worklist.MendLinks;
import org.trivsel.platform.worklist.TaskRows;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.practice.casefile.CaseDeadlines;
import org.trivsel.practice.casefile.CaseOverview;
import org.trivsel.practice.casefile.JournalTexts;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.network.NetworkMembers;

/** Gathers the case page for one reader, in the reader's language. */
@Component
class CasePage {

    private static final List<String> PHASES =
            List.of("OFFERED", "L1_MAPPING", "L2_SAFETY_WORK", "L3_OBSERVATION", "CLOSED");

    /** The gates of each phase, in the order of the method. */
    private static final List<List<String>> GATES = List.of(
            List.of("G0"),
            List.of("G1", "G2", "G3"),
            List.of("G4", "G5a", "G5b", "G6", "G7"),
            List.of("G8"),
            List.of("G9"));

    private final CaseOverview overview;
    private final CaseFacts facts;
    private final Worklist worklist;
    private final TaskRows taskRows;
    private final MendLinks links;
    private final CaseContent content;
    private final NetworkMembers members;
    private final Users users;
    private final PlanReading plans;
    private final ScaleChart chart;
    private final CaseEvents events;
    private final CaseJournal journal;
    private final EmergencyAccess emergency;
    private final Wording wording;

    CasePage(
            CaseOverview overview,
            CaseFacts facts,
            Worklist worklist,
            TaskRows taskRows,
            MendLinks links,
            CaseContent content,
            NetworkMembers members,
            Users users,
            PlanReading plans,
            ScaleChart chart,
            CaseEvents events,
            CaseJournal journal,
            EmergencyAccess emergency,
            Wording wording) {
        this.overview = overview;
        this.facts = facts;
        this.worklist = worklist;
        this.taskRows = taskRows;
        this.links = links;
        this.content = content;
        this.members = members;
        this.users = users;
        this.plans = plans;
        this.chart = chart;
        this.events = events;
        this.journal = journal;
        this.emergency = emergency;
        this.wording = wording;
    }

    record CaseRow(
            String caseRef, String family, String state, String caseworker, String consultants, String referred) {}

    /** @param gates the gates on the way through the phase */
    record Phase(String name, String status, List<PhaseGate> gates) {}

    /** @param passed the day, or empty while it is ahead */
    record PhaseGate(String gate, String name, String passed) {}

    /** @param mine the reader's to review */
    record OpeningRow(String who, String at, String until, String reason, boolean mine) {}

    record DeadlineRow(String date, String title, boolean statutory, boolean past, boolean late) {}

    CaseRow row(SafetyCase found, User reader, Locale locale) {
        CaseFacts.Heading heading = facts.heading(found.caseRef(), reader, locale);
        return new CaseRow(
                found.caseRef(),
                heading.family(),
                heading.state(),
                users.displayName(found.caseworker()),
                Stream.of(found.consultant1(), found.consultant2())
                        .filter(java.util.Objects::nonNull)
                        .map(users::displayName)
                        .collect(Collectors.joining(", ")),
                wording.day(found.referredAt(), locale));
    }

    void fill(String caseRef, User reader, Locale locale, Model model) {
        CaseOverview.View view = overview.of(caseRef, reader, locale);
        model.addAttribute("view", view);
        model.addAttribute("family", facts.heading(caseRef, reader, locale).family());
        model.addAttribute("phases", phases(view, locale));
        TaskRows.Look look = taskRows.look(reader, locale);
        model.addAttribute(
                "tasks", worklist.ofCase(caseRef).stream().map(look::row).toList());
        model.addAttribute("dates", gateDates(view, locale));
        model.addAttribute(
                "nextGate",
                view.gates().stream()
                        .filter(gate -> !gate.passed())
                        .map(CaseOverview.GateView::gate)
                        .findFirst()
                        .orElse(""));
        model.addAttribute("mends", mends(view));
        model.addAttribute("groups", content.people(view, locale));
        model.addAttribute("countable", members.countable(caseRef));
        model.addAttribute("staff", staff(view, locale));
        model.addAttribute(
                "deadlines",
                view.deadlines().stream()
                        .map(one -> new DeadlineRow(
                                window(one, locale), one.title(), one.statutory(), one.past(), one.late()))
                        .toList());
        boolean visible = view.namesVisible();
        model.addAttribute("versions", visible ? plans.versions(caseRef, locale) : List.of());
        model.addAttribute("planNow", visible ? plans.current(caseRef).orElse("") : "");
        model.addAttribute(
                "planLines",
                visible
                        ? plans.current(caseRef)
                                .map(number -> JournalTexts.blocks(plans.lines(caseRef, number, reader, locale)))
                                .orElse(List.of())
                        : List.of());
        model.addAttribute("worries", visible ? content.worries(caseRef, locale) : List.of());
        model.addAttribute("marks", ScaleChart.MARKS);
        model.addAttribute("chart", chart.draw(caseRef, reader, locale));
        model.addAttribute("meetings", events.meetings(caseRef, locale));
        model.addAttribute("visits", events.visits(caseRef, locale));
        model.addAttribute("conversations", events.conversations(caseRef, reader, locale));
        model.addAttribute("pictures", visible ? events.pictures(caseRef, locale) : List.of());
        model.addAttribute(
                "openings",
                emergency.unreviewed(caseRef).stream()
                        .map(one -> new OpeningRow(
                                users.displayName(one.username()),
                                wording.time(one.openedAt(), locale),
                                wording.time(one.endsAt(), locale),
                                one.reason(),
                                reader.has(Role.MANAGER) && !one.username().equals(reader.username())))
                        .toList());
        model.addAttribute("caseRef", caseRef);
        model.addAttribute("wanted", CaseJournal.Wanted.EVERYTHING);
        model.addAttribute("found", journal.find(caseRef, reader, CaseJournal.Wanted.EVERYTHING, locale));
    }

    private List<Phase> phases(CaseOverview.View view, Locale locale) {
        int level = view.level();
        boolean closed = view.state().equals("CLOSED");
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i < PHASES.size(); i++) {
            boolean isOffer = i == 0;
            int current = view.state().equals("OFFERED") || level == 0 ? 0 : closed ? PHASES.size() - 1 : level;
            String status = closed || i < current ? "done" : i == current ? "current" : "todo";
            boolean offerAhead = isOffer && level == 0;
            phases.add(new Phase(
                    overview.stateName(offerAhead ? view.state() : PHASES.get(i), locale),
                    status,
                    gates(view, i, locale)));
        }
        return phases;
    }

    private List<PhaseGate> gates(CaseOverview.View view, int phase, Locale locale) {
        return view.gates().stream()
                .filter(gate -> GATES.get(phase).contains(gate.gate()))
                .map(gate -> new PhaseGate(
                        gate.gate(), gate.name(), gate.passed() ? wording.shortDay(gate.passedAt(), locale) : ""))
                .toList();
    }

    private Map<String, String> gateDates(CaseOverview.View view, Locale locale) {
        Map<String, String> dates = new HashMap<>();
        view.gates().stream()
                .filter(CaseOverview.GateView::passed)
                .forEach(gate -> dates.put(gate.gate(), wording.day(gate.passedAt(), locale)));
        return dates;
    }

    private Map<String, String> mends(CaseOverview.View view) {
        Map<String, String> found = new HashMap<>();
        view.gates().forEach(gate -> gate.missing()
                .forEach(one -> found.put(one.mend(), links.to(view.caseRef(), one.mend(), null))));
        return found;
    }

    private Map<String, String> staff(CaseOverview.View view, Locale locale) {
        Map<String, String> staff = new LinkedHashMap<>();
        view.staff()
                .forEach((role, username) ->
                        staff.put(wording.text("role." + role, locale), users.displayName(username)));
        return staff;
    }

    private String window(CaseDeadlines.DeadlineView deadline, Locale locale) {
        String due = wording.day(deadline.dueAt(), locale);
        return deadline.earliestAt() == null ? due : wording.day(deadline.earliestAt(), locale) + " – " + due;
    }
}
