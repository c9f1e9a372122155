package org.trivsel.practice.casepage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.CaseFacts;
import org.trivsel.platform.worklist.MendLinks;
import org.trivsel.platform.worklist.TaskRows;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.practice.casefile.CaseDeadlines;
import org.trivsel.practice.casefile.CaseOverview;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.network.NetworkMembers;

/** Gathers the case page for one reader, in the reader's language. */
@Component
class CasePage {

    private static final List<String> PHASES =
            List.of("OFFERED", "L1_MAPPING", "L2_SAFETY_WORK", "L3_OBSERVATION", "CLOSED");

    private final CaseOverview overview;
    private final CaseFacts facts;
    private final Worklist worklist;
    private final TaskRows taskRows;
    private final MendLinks links;
    private final CaseContent content;
    private final NetworkMembers members;
    private final Users users;
    private final MessageSource messages;
    private final Clock clock;

    CasePage(
            CaseOverview overview,
            CaseFacts facts,
            Worklist worklist,
            TaskRows taskRows,
            MendLinks links,
            CaseContent content,
            NetworkMembers members,
            Users users,
            MessageSource messages,
            Clock clock) {
        this.overview = overview;
        this.facts = facts;
        this.worklist = worklist;
        this.taskRows = taskRows;
        this.links = links;
        this.content = content;
        this.members = members;
        this.users = users;
        this.messages = messages;
        this.clock = clock;
    }

    record CaseRow(
            String caseRef, String family, String state, String caseworker, String consultants, String referred) {}

    record Phase(String name, String status) {}

    record PersonRow(String role, String name, String info, String badge) {}

    record DeadlineRow(String date, String title, boolean statutory, boolean past) {}

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
                date(found.referredAt(), locale));
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
        model.addAttribute("people", people(view, locale));
        model.addAttribute("countable", members.countable(caseRef));
        model.addAttribute("staff", staff(view, locale));
        model.addAttribute(
                "deadlines",
                view.deadlines().stream()
                        .map(one -> new DeadlineRow(
                                window(one, locale),
                                one.title(),
                                one.statutory(),
                                one.dueAt().isBefore(clock.instant())))
                        .toList());
        model.addAttribute("plans", view.namesVisible() ? content.plans(caseRef, locale) : List.of());
        model.addAttribute("worries", view.namesVisible() ? content.worries(caseRef, locale) : List.of());
        model.addAttribute("scale", content.scale(caseRef, reader, locale));
        model.addAttribute("entries", content.entries(caseRef, reader, locale));
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
            phases.add(new Phase(overview.stateName(offerAhead ? view.state() : PHASES.get(i), locale), status));
        }
        return phases;
    }

    private Map<String, String> gateDates(CaseOverview.View view, Locale locale) {
        Map<String, String> dates = new HashMap<>();
        view.gates().stream()
                .filter(CaseOverview.GateView::passed)
                .forEach(gate -> dates.put(gate.gate(), date(gate.passedAt(), locale)));
        return dates;
    }

    private Map<String, String> mends(CaseOverview.View view) {
        Map<String, String> found = new HashMap<>();
        view.gates().forEach(gate -> gate.missing()
                .forEach(one -> found.put(one.mend(), links.to(view.caseRef(), one.mend(), null))));
        return found;
    }

    private List<PersonRow> people(CaseOverview.View view, Locale locale) {
        Map<String, String> states = members.of(view.caseRef()).stream()
                .collect(Collectors.toMap(
                        NetworkMembers.Member::person, member -> text("member." + member.state(), locale)));
        Map<String, String> roles = Map.of(
                "CHILD", "case.child",
                "PARENT", "case.parent",
                "NETWORK", "case.networkPerson",
                "PROFESSIONAL", "case.professional");
        return view.people().stream()
                .map(person -> new PersonRow(
                        text(roles.get(person.role()), locale),
                        person.name(),
                        Stream.of(
                                        relation(person.relation(), locale),
                                        day(person.birthDate(), locale),
                                        day(person.dueDate(), locale))
                                .filter(part -> part != null && !part.isEmpty())
                                .collect(Collectors.joining(" · ")),
                        person.outcome() == null
                                ? states.getOrDefault(person.id(), "")
                                : text("outcome." + person.outcome(), locale)))
                .toList();
    }

    private static @org.jspecify.annotations.Nullable String day(
            @org.jspecify.annotations.Nullable String isoDate, Locale locale) {
        return isoDate == null
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(LocalDate.parse(isoDate));
    }

    private String relation(@org.jspecify.annotations.Nullable String relation, Locale locale) {
        return relation == null ? "" : messages.getMessage("relation." + relation, null, relation, locale);
    }

    private Map<String, String> staff(CaseOverview.View view, Locale locale) {
        Map<String, String> staff = new LinkedHashMap<>();
        view.staff().forEach((role, username) -> staff.put(text("role." + role, locale), users.displayName(username)));
        return staff;
    }

    private String window(CaseDeadlines.DeadlineView deadline, Locale locale) {
        String due = date(deadline.dueAt(), locale);
        return deadline.earliestAt() == null ? due : date(deadline.earliestAt(), locale) + " – " + due;
    }

    private String date(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(clock.getZone())
                .format(instant);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, key, locale);
    }
}
