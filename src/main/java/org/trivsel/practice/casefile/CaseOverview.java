package org.trivsel.practice.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.access.CaseAccess;
import org.trivsel.platform.access.Purpose;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.worklist.CaseActions;
import org.trivsel.platform.worklist.ErrorTexts;
import org.trivsel.platform.worklist.Gates;
import org.trivsel.platform.worklist.ProcessTexts;
import org.trivsel.platform.worklist.TaskGate;

/** A case at a glance, as one reader may see it: state, persons, gates with what is missing, deadlines, actions. */
@Service
public class CaseOverview {

    private final SafetyCases cases;
    private final People people;
    private final Names names;
    private final Decisions decisions;
    private final CaseAccess access;
    private final Gates gates;
    private final ErrorTexts errors;
    private final CaseActions actions;
    private final ProcessTexts processes;
    private final CaseDeadlines deadlines;
    private final MessageSource messages;

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
            CaseDeadlines deadlines,
            MessageSource messages) {
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
        this.messages = messages;
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
            List<CaseDeadlines.DeadlineView> deadlines,
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
                deadlines.of(found, locale),
                actions.open(reader, caseRef).stream()
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
                !visible || person.birthDate() == null
                        ? null
                        : person.birthDate().toString(),
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
            if (!key.startsWith("G")) {
                continue; // a condition of one task, not a gate of the method
            }
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
}
