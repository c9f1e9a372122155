package org.trivsel.practice.meeting;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.PersonNames;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.meeting.PlannedMeetings.Kind;
import org.trivsel.practice.meeting.PlannedMeetings.Plan;
import org.trivsel.practice.meeting.PlannedMeetings.Planned;
import org.trivsel.practice.meeting.PlannedMeetings.State;

/** The meetings of a case: to come and held, called, moved, cancelled; what people took on; the letter for the family. */
@Controller
class MeetingPages {

    private static final Set<String> LETTERS = Set.of("da", "sv", "en");

    private final PlannedMeetings planned;
    private final Meetings held;
    private final MeetingPlanning planning;
    private final Agreements agreements;
    private final SafetyCases cases;
    private final PersonNames names;
    private final Users users;
    private final CaseAccess access;
    private final CurrentUser current;
    private final MessageSource messages;
    private final Clock clock;

    MeetingPages(
            PlannedMeetings planned,
            Meetings held,
            MeetingPlanning planning,
            Agreements agreements,
            SafetyCases cases,
            PersonNames names,
            Users users,
            CaseAccess access,
            CurrentUser current,
            MessageSource messages,
            Clock clock) {
        this.planned = planned;
        this.held = held;
        this.planning = planning;
        this.agreements = agreements;
        this.cases = cases;
        this.names = names;
        this.users = users;
        this.access = access;
        this.current = current;
        this.messages = messages;
        this.clock = clock;
    }

    record Row(
            long id,
            String kind,
            String when,
            String place,
            String interpreter,
            String people,
            String calledBy,
            boolean past,
            String day,
            String from,
            String to) {}

    record Held(String kind, String when, boolean caseworker, @Nullable String minutes) {}

    record MoveRow(String kind, String change, @Nullable String from, @Nullable String to, String reason, String by) {}

    record AgreementRow(long id, String who, String what, @Nullable String due, boolean late, @Nullable String done) {}

    record Choice(String id, String name, boolean chosen) {}

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
        Set<String> chosen =
                typed == null || typed.participants().isEmpty() ? planning.usual(caseRef) : typed.participants();
        SafetyCase found = cases.get(caseRef);
        model.addAttribute("caseRef", caseRef);
        model.addAttribute("closed", found.isClosed());
        model.addAttribute("observing", found.observationStart() != null);
        model.addAttribute(
                "rows",
                planned.of(caseRef).stream()
                        .filter(one -> one.state() == State.PLANNED)
                        .map(one -> row(one, called, locale))
                        .toList());
        model.addAttribute(
                "held", held.of(caseRef).stream().map(one -> row(one, locale)).toList());
        model.addAttribute("counts", held.withCaseworker(caseRef));
        model.addAttribute("moves", moves(caseRef, locale));
        model.addAttribute(
                "agreements",
                agreements.of(caseRef).stream()
                        .map(one -> row(one, called, locale))
                        .toList());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute(
                "people",
                called.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(one -> new Choice(one.getKey(), one.getValue(), chosen.contains(one.getKey())))
                        .toList());
        model.addAttribute("ticket", UUID.randomUUID());
        model.addAttribute("today", LocalDate.now(clock));
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
        Set<String> known = names.byId(caseRef, user).keySet();
        Set<String> chosen = new LinkedHashSet<>(participants == null ? List.of() : participants);
        chosen.retainAll(known);
        try {
            if (place.length() > 200 || interpreter.length() > 100) {
                throw new MeetingRefused("long");
            }
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

    @PostMapping("/cases/{caseRef}/meetings/{id}")
    String change(
            @PathVariable String caseRef,
            @PathVariable long id,
            @RequestParam(defaultValue = "move") String act,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        User user = current.get();
        access.require(user, caseRef, "meetings", Purpose.CASE_WORK);
        try {
            if (act.equals("cancel")) {
                planning.cancel(user, caseRef, id, reason);
            } else {
                planning.move(user, caseRef, id, at(day, from), at(day, to), reason);
            }
            flash.addFlashAttribute("done", true);
        } catch (MeetingRefused refused) {
            flash.addFlashAttribute(
                    "typed", new Typed(id, "", day, from, to, "", "", Set.of(), reason, problem(refused, locale)));
        }
        return "redirect:/cases/" + caseRef + "/meetings";
    }

    @PostMapping("/cases/{caseRef}/agreements/{id}/done")
    String done(@PathVariable String caseRef, @PathVariable long id) {
        User user = current.get();
        access.require(user, caseRef, "meetings", Purpose.CASE_WORK);
        agreements.done(caseRef, id, user.username());
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
                                text(
                                        "invitation.when",
                                        letter,
                                        when(one.plan().startsAt(), one.plan().endsAt(), letter)),
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

    private Row row(Planned one, Map<String, String> called, Locale locale) {
        Plan plan = one.plan();
        LocalDateTime start = LocalDateTime.ofInstant(plan.startsAt(), clock.getZone());
        LocalDateTime end = LocalDateTime.ofInstant(plan.endsAt(), clock.getZone());
        return new Row(
                one.id(),
                kind(plan.kind().name(), locale),
                when(plan.startsAt(), plan.endsAt(), locale),
                plan.place(),
                plan.interpreter(),
                plan.participants().stream()
                        .map(id -> called.getOrDefault(id, id))
                        .collect(Collectors.joining(", ")),
                users.displayName(one.calledBy()),
                plan.endsAt().isBefore(clock.instant()),
                start.toLocalDate().toString(),
                time(start.toLocalTime()),
                time(end.toLocalTime()));
    }

    private Held row(Meetings.Meeting one, Locale locale) {
        return new Held(
                text("meeting." + one.kind(), locale),
                day(one.heldAt(), locale),
                one.caseworkerPresent(),
                one.minutesSentAt() == null ? null : day(one.minutesSentAt(), locale));
    }

    private AgreementRow row(Agreements.Agreement one, Map<String, String> called, Locale locale) {
        return new AgreementRow(
                one.id(),
                called.getOrDefault(one.who(), one.who()),
                one.what(),
                one.dueOn() == null ? null : date(locale).format(one.dueOn()),
                one.doneAt() == null && one.dueOn() != null && one.dueOn().isBefore(LocalDate.now(clock)),
                one.doneAt() == null ? null : day(one.doneAt(), locale));
    }

    private List<MoveRow> moves(String caseRef, Locale locale) {
        Map<Long, Planned> byId = planned.of(caseRef).stream().collect(Collectors.toMap(Planned::id, one -> one));
        return planned.moves(caseRef).stream()
                .filter(move -> byId.containsKey(move.meetingId()))
                .map(move -> new MoveRow(
                        kind(byId.get(move.meetingId()).plan().kind().name(), locale),
                        move.kind(),
                        move.from() == null ? null : moment(move.from(), locale),
                        move.to() == null ? null : moment(move.to(), locale),
                        move.reason(),
                        users.displayName(move.by()) + ", " + moment(move.at(), locale)))
                .toList();
    }

    private String kind(String kind, Locale locale) {
        return text("meeting.kind." + kind, locale);
    }

    private Instant at(String day, String time) {
        try {
            return LocalDate.parse(day)
                    .atTime(LocalTime.parse(time))
                    .atZone(clock.getZone())
                    .toInstant();
        } catch (DateTimeException e) {
            throw new MeetingRefused("no-time");
        }
    }

    private String problem(MeetingRefused refused, Locale locale) {
        return text("meeting.refused." + refused.code(), locale);
    }

    private String when(Instant from, Instant to, Locale locale) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(from.atZone(clock.getZone())) + ", "
                + time(from.atZone(clock.getZone()).toLocalTime()) + "–"
                + time(to.atZone(clock.getZone()).toLocalTime());
    }

    private String moment(Instant at, Locale locale) {
        return day(at, locale) + " " + time(at.atZone(clock.getZone()).toLocalTime());
    }

    private String day(Instant at, Locale locale) {
        return date(locale).format(at.atZone(clock.getZone()));
    }

    private static String time(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm").format(time);
    }

    private static DateTimeFormatter date(Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    }

    private static String shortened(String ticket) {
        return ticket.substring(0, Math.min(64, ticket.length()));
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
