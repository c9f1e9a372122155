package org.trivsel.practice.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.trivsel.platform.access.Purpose;
import org.trivsel.platform.data.DateTexts;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.practice.followup.VisitPlans.VisitRefused;

/** Visits of a case, for the staff: made, planned, the longest gap, and a time drawn by lot. Never printed with the case. */
@Controller
class VisitPages {

    private final VisitPlans plans;
    private final ControlVisits visits;
    private final CaseAccess access;
    private final CurrentUser current;
    private final Users users;
    private final DateTexts dates;
    private final MessageSource messages;
    private final Clock clock;

    VisitPages(
            VisitPlans plans,
            ControlVisits visits,
            CaseAccess access,
            CurrentUser current,
            Users users,
            DateTexts dates,
            MessageSource messages,
            Clock clock) {
        this.plans = plans;
        this.visits = visits;
        this.access = access;
        this.current = current;
        this.users = users;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    record Made(String kind, String when, boolean deviation) {}

    record Row(
            long id,
            String when,
            boolean announced,
            String reason,
            String by,
            String state,
            String stateReason,
            String day,
            String time) {}

    /** What was typed, or what the lot says. */
    public record Typed(String day, String time, boolean announced, String reason, String problem) {}

    /** What was typed to move or cancel one that is planned. */
    public record Changed(long id, String day, String time, String reason, String problem) {}

    record MoveRow(String from, String to, String reason, String by) {}

    @GetMapping("/cases/{caseRef}/visits")
    String page(
            @PathVariable String caseRef,
            @RequestParam(required = false) @Nullable String draw,
            Model model,
            Locale locale) {
        access.require(current.get(), caseRef, "visits", Purpose.CASE_WORK);
        boolean observing = plans.observing(caseRef);
        model.addAttribute("caseRef", caseRef);
        model.addAttribute("observing", observing);
        List<ControlVisits.Visit> made = visits.of(caseRef);
        model.addAttribute("made", made.stream().map(one -> made(one, locale)).toList());
        model.addAttribute(
                "rows", plans.of(caseRef).stream().map(one -> row(one, locale)).toList());
        model.addAttribute("gap", longestGap(made));
        model.addAttribute(
                "moves",
                plans.moves(caseRef).stream().map(one -> row(one, locale)).toList());
        if (!model.containsAttribute("changed")) {
            model.addAttribute("changed", new Changed(0, "", "", "", ""));
        }
        if (observing) {
            model.addAttribute("latest", dates.moment(plans.latest(caseRef), locale));
            model.addAttribute("late", plans.latest(caseRef).isBefore(clock.instant()));
            model.addAttribute(
                    "windows",
                    plans.windows(caseRef).stream()
                            .map(one -> dates.time(one.from()) + "–" + dates.time(one.to()))
                            .collect(Collectors.joining(", ")));
        }
        if (!model.containsAttribute("typed")) {
            Optional<Instant> lot = draw == null ? Optional.empty() : plans.draw(caseRef);
            model.addAttribute("typed", lot.map(this::drawn).orElse(new Typed("", "", false, "", "")));
            model.addAttribute("drawn", lot.isPresent());
        }
        model.addAttribute("ticket", UUID.randomUUID());
        return "visits";
    }

    @PostMapping("/cases/{caseRef}/visits")
    String plan(
            @PathVariable String caseRef,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(required = false) @Nullable String announced,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String ticket,
            RedirectAttributes flash,
            Locale locale) {
        User user = current.get();
        access.require(user, caseRef, "visits", Purpose.CASE_WORK);
        try {
            String once = ticket.isEmpty() ? UUID.randomUUID().toString() : ticket;
            plans.plan(
                    caseRef,
                    at(day, time),
                    announced != null,
                    reason,
                    user.username(),
                    once.substring(0, Math.min(64, once.length())));
            flash.addFlashAttribute("done", true);
        } catch (VisitRefused refused) {
            flash.addFlashAttribute("typed", new Typed(day, time, announced != null, reason, problem(refused, locale)));
        }
        return "redirect:/cases/" + caseRef + "/visits";
    }

    @PostMapping("/cases/{caseRef}/visits/{id}")
    String change(
            @PathVariable String caseRef,
            @PathVariable long id,
            @RequestParam(defaultValue = "move") String act,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        User user = current.get();
        access.require(user, caseRef, "visits", Purpose.CASE_WORK);
        try {
            if (act.equals("cancel")) {
                plans.cancel(caseRef, id, reason);
            } else {
                plans.move(caseRef, id, at(day, time), reason, user.username());
            }
            flash.addFlashAttribute("done", true);
        } catch (VisitRefused refused) {
            flash.addFlashAttribute("changed", new Changed(id, day, time, reason, problem(refused, locale)));
        }
        return "redirect:/cases/" + caseRef + "/visits";
    }

    private Typed drawn(Instant lot) {
        return new Typed(dates.day(lot), dates.time(lot), false, "", "");
    }

    /** Days between two unannounced visits at most, the days since the last one included. */
    private long longestGap(List<ControlVisits.Visit> made) {
        long longest = 0;
        Instant before = null;
        for (ControlVisits.Visit one : made) {
            if (one.type().equals("UNANNOUNCED_VISIT")) {
                longest = before == null
                        ? longest
                        : Math.max(longest, Duration.between(before, one.at()).toDays());
                before = one.at();
            }
        }
        return before == null
                ? longest
                : Math.max(longest, Duration.between(before, clock.instant()).toDays());
    }

    private Made made(ControlVisits.Visit one, Locale locale) {
        return new Made(
                messages.getMessage("visit." + one.type(), null, one.type(), locale),
                dates.moment(one.at(), locale),
                one.deviation());
    }

    private MoveRow row(VisitPlans.Move one, Locale locale) {
        return new MoveRow(
                dates.moment(one.from(), locale),
                dates.moment(one.to(), locale),
                one.reason(),
                users.displayName(one.by()) + ", " + dates.moment(one.at(), locale));
    }

    private Row row(VisitPlans.PlannedVisit one, Locale locale) {
        return new Row(
                one.id(),
                dates.moment(one.at(), locale),
                one.announced(),
                one.outsideReason(),
                users.displayName(one.by()),
                one.state(),
                one.stateReason(),
                dates.day(one.at()),
                dates.time(one.at()));
    }

    private Instant at(String day, String time) {
        return dates.typed(day, time).orElseThrow(() -> new VisitRefused("no-time"));
    }

    private String problem(VisitRefused refused, Locale locale) {
        return messages.getMessage("visit.refused." + refused.code(), null, locale);
    }
}
