package org.trivsel.platform.calendar.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
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
import org.trivsel.platform.deadline.DeadlineMoveRefused;
import org.trivsel.platform.deadline.DeadlineMoves;
import org.trivsel.platform.deadline.DeadlineMoves.Move;
import org.trivsel.platform.deadline.DeadlineRegister;
import org.trivsel.platform.deadline.RunningDeadline;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.DeadlineNames;

/** The deadlines of a case: what runs and why, who moved what, and the places where one moves it. */
@Controller
class CaseDeadlinePages {

    private final DeadlineRegister register;
    private final DeadlineMoves moves;
    private final DeadlineNames names;
    private final DateTexts dates;
    private final CaseAccess access;
    private final Users users;
    private final CurrentUser current;
    private final MessageSource messages;
    private final Clock clock;

    CaseDeadlinePages(
            DeadlineRegister register,
            DeadlineMoves moves,
            DeadlineNames names,
            DateTexts dates,
            CaseAccess access,
            Users users,
            CurrentUser current,
            MessageSource messages,
            Clock clock) {
        this.register = register;
        this.moves = moves;
        this.names = names;
        this.dates = dates;
        this.access = access;
        this.users = users;
        this.current = current;
        this.messages = messages;
        this.clock = clock;
    }

    record Row(
            long id,
            String key,
            String what,
            String rule,
            String due,
            @Nullable String earliest,
            String started,
            @Nullable String task,
            boolean late,
            boolean statutory,
            boolean paused,
            boolean stopped,
            boolean canStop,
            boolean canBeDone,
            @Nullable String latest) {}

    record MoveRow(
            String what,
            String kind,
            @Nullable String from,
            @Nullable String to,
            String reason,
            String by,
            String at) {}

    /** What was typed into a form that was refused, so that it is not typed again. */
    public record Typed(long id, String day, String reason, String problem) {}

    @GetMapping("/cases/{caseRef}/deadlines")
    String page(@PathVariable String caseRef, Model model, Locale locale) {
        access.require(current.get(), caseRef, "deadlines", Purpose.CASE_WORK);
        Instant now = clock.instant();
        model.addAttribute("caseRef", caseRef);
        model.addAttribute(
                "rows",
                register.running(caseRef).stream()
                        .map(one -> row(one, now, locale))
                        .toList());
        model.addAttribute(
                "moves",
                moves.ofCase(caseRef).stream().map(one -> row(one, locale)).toList());
        model.addAttribute("today", LocalDate.now(clock));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new Typed(0, "", "", ""));
        }
        return "case-deadlines";
    }

    /** One form, four buttons. */
    @PostMapping("/cases/{caseRef}/deadlines/{id}")
    String move(
            @PathVariable String caseRef,
            @PathVariable long id,
            @RequestParam(defaultValue = "extend") String act,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        User user = current.get();
        access.require(user, caseRef, "deadlines", Purpose.CASE_WORK);
        try {
            switch (act) {
                case "stop" -> moves.stop(user.username(), caseRef, id, reason);
                case "resume" -> moves.resume(user.username(), caseRef, id, reason);
                case "done" -> moves.done(user.username(), caseRef, id, reason);
                default ->
                    moves.extend(user.username(), caseRef, id, dates.typed(day).orElse(null), reason);
            }
            flash.addFlashAttribute("moved", true);
        } catch (DeadlineMoveRefused refused) {
            flash.addFlashAttribute("typed", new Typed(id, day, reason, problem(refused, locale)));
        }
        return "redirect:/cases/" + caseRef + "/deadlines";
    }

    private String problem(DeadlineMoveRefused refused, Locale locale) {
        Object[] values = refused.values().stream()
                .map(value -> value instanceof LocalDate date ? dates.date(date, locale) : value)
                .toArray();
        return messages.getMessage("deadline.refused." + refused.code(), values, locale);
    }

    private Row row(RunningDeadline one, Instant now, Locale locale) {
        LocalDate latest = moves.latest(one);
        boolean held = one.heldSince() != null;
        return new Row(
                one.id(),
                one.ruleKey(),
                names.of(one.ruleKey(), one.taskId(), locale),
                names.ofRule(one.ruleKey(), locale),
                dates.moment(one.dueAt(), locale),
                one.earliestAt() == null ? null : dates.weekday(one.earliestAt(), locale),
                dates.weekday(one.startedAt(), locale),
                one.taskId(),
                one.isLate(now, clock.getZone()),
                one.statutory(),
                held && !one.heldByPerson(),
                held && one.heldByPerson(),
                !one.statutory() && !one.runsWhilePaused(),
                moves.canBeDone(one),
                latest == null ? null : dates.date(latest, locale));
    }

    private MoveRow row(Move move, Locale locale) {
        String what = register.find(move.deadlineId())
                .map(one -> names.ofRule(one.ruleKey(), locale))
                .orElse("");
        return new MoveRow(
                what,
                move.kind().name(),
                move.from() == null ? null : dates.weekday(move.from(), locale),
                move.to() == null ? null : dates.weekday(move.to(), locale),
                move.reason(),
                users.displayName(move.by()),
                dates.moment(move.at(), locale));
    }
}
