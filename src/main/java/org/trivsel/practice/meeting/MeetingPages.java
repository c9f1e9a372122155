package org.trivsel.practice.meeting;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trivsel.platform.access.CaseAccess;
import org.trivsel.platform.access.CaseNotFound;
import org.trivsel.platform.access.Purpose;
import org.trivsel.platform.data.DateTexts;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.PersonNames;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.meeting.Agreements.Outcome;
import org.trivsel.practice.meeting.PlannedMeetings.Kind;
import org.trivsel.practice.meeting.PlannedMeetings.Plan;
import org.trivsel.practice.meeting.PlannedMeetings.Planned;

/** The meetings of a case: to come and held, called, moved, cancelled; what people took on; the letter for the family. */
@Controller
class MeetingPages {

    private static final Set<String> LETTERS = Set.of("da", "sv", "en");

    private final PlannedMeetings planned;
    private final Meetings held;
    private final MeetingPlanning planning;
    private final Agreements agreements;
    private final MeetingRows rows;
    private final SafetyCases cases;
    private final PersonNames names;
    private final Users users;
    private final CaseAccess access;
    private final CurrentUser current;
    private final MessageSource messages;
    private final DateTexts dates;

    MeetingPages(
            PlannedMeetings planned,
            Meetings held,
            MeetingPlanning planning,
            Agreements agreements,
            MeetingRows rows,
            SafetyCases cases,
            PersonNames names,
            Users users,
            CaseAccess access,
            CurrentUser current,
            MessageSource messages,
            DateTexts dates) {
        this.planned = planned;
        this.held = held;
        this.planning = planning;
        this.agreements = agreements;
        this.rows = rows;
        this.cases = cases;
        this.names = names;
        this.users = users;
        this.access = access;
        this.current = current;
        this.messages = messages;
        this.dates = dates;
    }

    record Choice(String id, String name) {}

    /** What was typed into a form that was refused. */
    public record Typed(
            long id,
            String kind,
            String day,
            String from,
            String to,
            String place,
            String interpreter,
            Set<String> participants,
            String reason,
            String problem) {

        static final Typed NOTHING = new Typed(0, "NETWORK", "", "", "", "", "", Set.of(), "", "");
    }

    @GetMapping("/cases/{caseRef}/meetings")
    String page(@PathVariable String caseRef, Model model, Locale locale) {
        User user = current.get();
        access.require(user, caseRef, "meetings", Purpose.CASE_WORK);
        Map<String, String> called = names.byId(caseRef, user);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Typed.NOTHING);
        }
        Typed typed = (Typed) model.getAttribute("typed");
        boolean callRefused =
                typed != null && typed.id() == 0 && !typed.participants().isEmpty();
        Set<String> chosen = callRefused ? typed.participants() : planning.usual(caseRef);
        SafetyCase found = cases.get(caseRef);
        model.addAttribute("caseRef", caseRef);
        model.addAttribute("closed", found.isClosed());
        model.addAttribute("rows", rows.planned(caseRef, called, locale));
        model.addAttribute("held", rows.held(caseRef, locale));
        model.addAttribute("counts", held.withCaseworker(caseRef));
        model.addAttribute("moves", rows.moves(caseRef, locale));
        model.addAttribute("agreements", rows.agreements(caseRef, called, locale));
        model.addAttribute("kinds", Kind.values());
        model.addAttribute(
                "people",
                called.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(one -> new Choice(one.getKey(), one.getValue()))
                        .toList());
        model.addAttribute("chosen", chosen);
        model.addAttribute("ticket", UUID.randomUUID());
        return "meetings";
    }

    @PostMapping("/cases/{caseRef}/meetings")
    String call(
            @PathVariable String caseRef,
            @RequestParam(defaultValue = "NETWORK") String kind,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String interpreter,
            @RequestParam(required = false) @Nullable List<String> participants,
            @RequestParam(defaultValue = "") String ticket,
            RedirectAttributes flash,
            Locale locale) {
        User user = current.get();
        access.require(user, caseRef, "meetings", Purpose.CASE_WORK);
        Set<String> chosen = chosen(participants, caseRef, user);
        try {
            requireShort(place, interpreter);
            Kind called = Stream.of(Kind.values())
                    .filter(one -> one.name().equals(kind))
                    .findFirst()
                    .orElse(Kind.NETWORK);
            Plan plan = new Plan(called, at(day, from), at(day, to), place.strip(), interpreter.strip(), chosen);
            planning.call(
                    user, caseRef, plan, ticket.isEmpty() ? UUID.randomUUID().toString() : shortened(ticket));
            flash.addFlashAttribute("done", true);
        } catch (MeetingRefused refused) {
            flash.addFlashAttribute(
                    "typed",
                    new Typed(0, kind, day, from, to, place, interpreter, chosen, "", problem(refused, locale)));
        }
        return "redirect:/cases/" + caseRef + "/meetings";
    }

    /** One form, two buttons. */
    @PostMapping("/cases/{caseRef}/meetings/{id}")
    String change(
            @PathVariable String caseRef,
            @PathVariable long id,
            @RequestParam(defaultValue = "move") String act,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String interpreter,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean choosing,
            @RequestParam(required = false) @Nullable List<String> participants,
            RedirectAttributes flash,
            Locale locale) {
        User user = current.get();
        access.require(user, caseRef, "meetings", Purpose.CASE_WORK);
        Set<String> chosen = choosing
                ? chosen(participants, caseRef, user)
                : planned.find(caseRef, id)
                        .map(one -> one.plan().participants())
                        .orElse(Set.of());
        try {
            if (act.equals("cancel")) {
                planning.cancel(user, caseRef, id, reason);
            } else {
                requireShort(place, interpreter);
                Plan wanted =
                        new Plan(Kind.NETWORK, at(day, from), at(day, to), place.strip(), interpreter.strip(), chosen);
                planning.change(user, caseRef, id, wanted, reason);
            }
            flash.addFlashAttribute("done", true);
        } catch (MeetingRefused refused) {
            flash.addFlashAttribute(
                    "typed",
                    new Typed(id, "", day, from, to, place, interpreter, chosen, reason, problem(refused, locale)));
        }
        return "redirect:/cases/" + caseRef + "/meetings";
    }

    private Set<String> chosen(@Nullable List<String> participants, String caseRef, User user) {
        Set<String> chosen = new LinkedHashSet<>(participants == null ? List.of() : participants);
        chosen.retainAll(names.byId(caseRef, user).keySet());
        return chosen;
    }

    private static void requireShort(String place, String interpreter) {
        if (place.length() > 200 || interpreter.length() > 100) {
            throw new MeetingRefused("long");
        }
    }

    /** What staff took on is ended in their task, where they say what came of it. */
    @PostMapping("/cases/{caseRef}/agreements/{id}/done")
    String done(@PathVariable String caseRef, @PathVariable long id) {
        User user = current.get();
        access.require(user, caseRef, "meetings", Purpose.CASE_WORK);
        String task = rows.taskOf(caseRef, id);
        if (task != null) {
            return "redirect:/tasks/" + task;
        }
        agreements.end(caseRef, id, Outcome.KEPT, user.username());
        return "redirect:/cases/" + caseRef + "/meetings#agreements";
    }

    /** A letter to hand out, in the family's language. It says when and where, and nothing of why. */
    @GetMapping("/cases/{caseRef}/meetings/{id}/invitation")
    String invitation(
            @PathVariable String caseRef,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String language,
            Model model,
            Locale locale) {
        User user = current.get();
        access.require(user, caseRef, "invitation", Purpose.PRINT);
        Planned one = planned.find(caseRef, id).orElseThrow(() -> new CaseNotFound(caseRef));
        Locale letter = language != null && LETTERS.contains(language) ? Locale.forLanguageTag(language) : locale;
        model.addAttribute("caseRef", caseRef);
        model.addAttribute("meetingId", id);
        model.addAttribute("language", letter.getLanguage());
        model.addAttribute("title", text("invitation.title." + one.plan().kind(), letter));
        model.addAttribute(
                "lines",
                Stream.of(
                                text("invitation.welcome." + one.plan().kind(), letter),
                                text("invitation.when", letter, rows.when(one.plan(), letter)),
                                one.plan().place().isEmpty()
                                        ? text("invitation.noPlace", letter)
                                        : text(
                                                "invitation.where",
                                                letter,
                                                one.plan().place()),
                                one.plan().interpreter().isEmpty()
                                        ? ""
                                        : text(
                                                "invitation.interpreter",
                                                letter,
                                                one.plan().interpreter()),
                                text("invitation.bring", letter),
                                text("invitation.cannot", letter))
                        .filter(line -> !line.isEmpty())
                        .toList());
        model.addAttribute("greeting", text("invitation.greeting", letter));
        model.addAttribute("from", users.displayName(one.calledBy()));
        return "invitation";
    }

    private Instant at(String day, String time) {
        return dates.typed(day, time).orElseThrow(() -> new MeetingRefused("no-time"));
    }

    private String problem(MeetingRefused refused, Locale locale) {
        return text("meeting.refused." + refused.code(), locale);
    }

    private static String shortened(String ticket) {
        return ticket.substring(0, Math.min(64, ticket.length()));
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
