package org.trivsel.practice.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.access.CaseAccess;
import org.trivsel.platform.access.Purpose;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.deadline.Deadlines;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.worklist.CaseActions;
import org.trivsel.platform.worklist.ErrorTexts;
import org.trivsel.platform.worklist.Gates;
import org.trivsel.platform.worklist.ProcessTexts;
import org.trivsel.platform.worklist.TaskGate;

/** A case at a glance, as one reader may see it: state, persons, gates with what is missing, deadlines, actions. */
@Service
public class CaseOverview {

    /** Deadlines by what starts their clock; the others are due dates of tasks. */
    private static final Map<String, List<String>> CLOCKS = Map.of(
            "NOTIFICATION", List.of("T-24H"),
            "AWARENESS", List.of("T-BFU"),
            "CONSENT", List.of("T-L1", "T-TOTAL"),
            "DECISION_32", List.of("T-PLAN91", "T-95"),
            "FIRST_PLAN_MEETING", List.of("T-PLAN"),
            "OBSERVATION_START", List.of("T-OBSMIN", "T-OBSPLAN", "T-OBSMAX"),
            "DUE_DATE", List.of("T-BIRTH"),
            "RETURN_DECISION", List.of("T-HOME"));

    private static final Set<String> SWEDEN_HAS_NOT = Set.of("T-95", "T-PLAN91");

    private final SafetyCases cases;
    private final People people;
    private final Names names;
    private final Decisions decisions;
    private final CaseAccess access;
    private final Gates gates;
    private final ErrorTexts errors;
    private final CaseActions actions;
    private final ProcessTexts processes;
    private final Deadlines deadlines;
    private final DeadlineDates dates;
    private final MessageSource messages;
    private final Clock clock;

    CaseOverview(
            SafetyCases cases,
            People people,
            Names names,
            Decisions decisions,
            CaseAccess access,
            Gates gates,
            ErrorTexts errors,
            CaseActions actions,
            ProcessTexts processes,
            Deadlines deadlines,
            DeadlineDates dates,
            MessageSource messages,
            Clock clock) {
        this.cases = cases;
        this.people = people;
        this.names = names;
        this.decisions = decisions;
        this.access = access;
        this.gates = gates;
        this.errors = errors;
        this.actions = actions;
        this.processes = processes;
        this.deadlines = deadlines;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param level 0 before the offer, 1 mapping, 2 safety work, 3 follow-up */
    public record View(
            String caseRef,
            String state,
            String stateName,
            int level,
            String track,
            String mode,
            String placementStatus,
            String policeCase,
            boolean namesVisible,
            boolean consented,
            Instant referredAt,
            @Nullable Instant closedAt,
            List<PersonView> people,
            Map<String, String> staff,
            List<GateView> gates,
            List<DeadlineView> deadlines,
            List<ActionView> actions) {}

    public record PersonView(
            String id,
            String role,
            String name,
            @Nullable String relation,
            @Nullable String birthDate,
            @Nullable String dueDate,
            boolean custodyHolder,
            @Nullable String category,
            @Nullable String outcome) {}

    public record GateView(
            String gate, String name, boolean passed, @Nullable Instant passedAt, List<ErrorTexts.ErrorText> missing) {}

    public record DeadlineView(
            String key, String title, Instant dueAt, @Nullable Instant earliestAt, boolean statutory, boolean past) {}

    public record ActionView(String message, String name) {}

    /** @throws org.trivsel.platform.access.CaseNotFound when the reader may not know the case */
    @Transactional
    public View of(String caseRef, User reader, Locale locale) {
        access.require(reader, caseRef, "case", Purpose.CASE_WORK);
        SafetyCase found = cases.get(caseRef);
        boolean visible = names.visible(caseRef, reader);
        return new View(
                caseRef,
                found.state(),
                stateName(found.state(), locale),
                level(found.state()),
                found.track(),
                found.mode(),
                found.placementStatus(),
                found.policeCase(),
                visible,
                found.consented(),
                found.referredAt(),
                found.closedAt(),
                people.of(caseRef).stream().map(person -> view(person, visible)).toList(),
                staff(found),
                gates(caseRef, reader, locale),
                deadlines(found, locale),
                found.isClosed()
                        ? List.of()
                        : actions.open(reader, caseRef).stream()
                                .map(action -> new ActionView(action.message(), actionName(action, locale)))
                                .toList());
    }

    public String stateName(String state, Locale locale) {
        return messages.getMessage("state." + state, null, locale);
    }

    /** The level of the method a state belongs to. */
    public static int level(String state) {
        if (state.startsWith("L1") || state.equals("OFFERED")) {
            return 1;
        }
        if (state.startsWith("L2") || state.startsWith("APPROVED")) {
            return 2;
        }
        return state.startsWith("L3") || state.equals("CLOSED") ? 3 : 0;
    }

    /** What the button says: what one does. A manager's new message shows the event's name in the model. */
    private String actionName(CaseActions.Action action, Locale locale) {
        String event = processes.name(action.textKey(), action.name(), locale);
        String text = messages.getMessage("action." + action.message(), null, event, locale);
        return text == null ? event : text;
    }

    private PersonView view(Person person, boolean visible) {
        return new PersonView(
                person.id(),
                person.role().name(),
                names.of(person, visible),
                person.relation(),
                person.birthDate() == null ? null : person.birthDate().toString(),
                person.dueDate() == null ? null : person.dueDate().toString(),
                person.custodyHolder(),
                person.category(),
                person.outcome());
    }

    private static Map<String, String> staff(SafetyCase found) {
        Map<String, String> staff = new java.util.LinkedHashMap<>();
        staff.put("caseworker", found.caseworker());
        staff.put("substitute", found.substitute());
        if (found.consultant1() != null) {
            staff.put("consultant1", found.consultant1());
        }
        if (found.consultant2() != null) {
            staff.put("consultant2", found.consultant2());
        }
        staff.put("manager", found.manager());
        return staff;
    }

    private List<GateView> gates(String caseRef, User reader, Locale locale) {
        Map<String, Instant> passed = decisions.gatesPassed(caseRef);
        List<GateView> views = new ArrayList<>();
        for (TaskGate gate : gates.all().values()) {
            String key = gate.key();
            List<ErrorTexts.ErrorText> missing = passed.containsKey(key)
                    ? List.of()
                    : gate.missing(caseRef, null).stream()
                            .map(one -> errors.of(caseRef, key, one, reader, locale))
                            .toList();
            views.add(new GateView(
                    key,
                    messages.getMessage("gate." + key, null, locale),
                    passed.containsKey(key),
                    passed.get(key),
                    missing));
        }
        return views;
    }

    private List<DeadlineView> deadlines(SafetyCase found, Locale locale) {
        Instant now = clock.instant();
        List<DeadlineView> views = new ArrayList<>();
        Set<String> started = dates.startedOf(found.caseRef()).keySet();
        CLOCKS.forEach((start, keys) -> keys.stream()
                .filter(key -> started.contains(start))
                .filter(key -> found.country().equals("DK") || !SWEDEN_HAS_NOT.contains(key))
                .forEach(key -> {
                    Instant due = deadlines.dueAt(key, found.caseRef());
                    Instant earliest = deadlines.earliestAt(key, found.caseRef());
                    views.add(new DeadlineView(
                            key,
                            messages.getMessage("deadline." + key, null, locale),
                            due,
                            earliest.equals(due) ? null : earliest,
                            deadlines.isStatutory(key),
                            due.isBefore(now)));
                }));
        views.sort(Comparator.comparing(DeadlineView::dueAt));
        return views;
    }
}
