package org.trivsel.platform.access.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trivsel.platform.access.AbsenceCover;
import org.trivsel.platform.access.AbsenceCover.AbsenceRefused;
import org.trivsel.platform.data.DateTexts;
import org.trivsel.platform.identity.Absences;
import org.trivsel.platform.identity.Absences.Absence;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;

/** Who is away and who looks after their work: one's own, and for whoever leads a team everybody's of the team. */
@Controller
class AbsencePages {

    private final Absences absences;
    private final AbsenceCover cover;
    private final Users users;
    private final DateTexts dates;
    private final CurrentUser current;
    private final MessageSource messages;

    AbsencePages(
            Absences absences,
            AbsenceCover cover,
            Users users,
            DateTexts dates,
            CurrentUser current,
            MessageSource messages) {
        this.absences = absences;
        this.cover = cover;
        this.users = users;
        this.dates = dates;
        this.current = current;
        this.messages = messages;
    }

    record Row(long id, String who, String substitute, String from, String until, boolean mayEnd) {}

    /** What was typed into a form that was refused. */
    public record Typed(String who, String substitute, String from, String until, String problem) {}

    @GetMapping("/me/absence")
    String page(Model model, Locale locale) {
        User user = current.get();
        List<Absence> shown = user.has(Role.MANAGER)
                ? absences.all().stream().filter(one -> inTeam(user, one)).toList()
                : absences.of(user.username());
        model.addAttribute(
                "rows", shown.stream().map(one -> row(one, user, locale)).toList());
        model.addAttribute("people", mayEnterFor(user));
        model.addAttribute(
                "colleagues", users.all().stream().filter(User::worksOnCases).toList());
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new Typed(user.username(), "", "", "", ""));
        }
        return "absence";
    }

    @PostMapping("/me/absence")
    String enter(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String substitute,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            RedirectAttributes flash,
            Locale locale) {
        User user = current.get();
        User absent = mayEnterFor(user).stream()
                .filter(one -> one.username().equals(who))
                .findFirst()
                .orElse(user);
        User standIn = users.find(substitute).filter(User::worksOnCases).orElse(null);
        LocalDate first = dates.typed(from).orElse(null);
        LocalDate last = dates.typed(until).orElse(null);
        String problem = standIn == null || first == null || last == null
                ? text("absence.refused.incomplete", locale)
                : enter(absent, standIn, first, last, user, locale);
        if (problem.isEmpty()) {
            flash.addFlashAttribute("saved", true);
        } else {
            flash.addFlashAttribute("typed", new Typed(absent.username(), substitute, from, until, problem));
        }
        return "redirect:/me/absence";
    }

    private String enter(User absent, User substitute, LocalDate from, LocalDate until, User by, Locale locale) {
        try {
            cover.enter(absent, substitute, from, until, by);
            return "";
        } catch (AbsenceRefused refused) {
            return text("absence.refused." + refused.code(), locale);
        }
    }

    @PostMapping("/me/absence/{id}/end")
    String end(@PathVariable long id, RedirectAttributes flash) {
        User user = current.get();
        absences.find(id).filter(one -> mayEnd(user, one)).ifPresent(one -> {
            cover.end(one);
            flash.addFlashAttribute("saved", true);
        });
        return "redirect:/me/absence";
    }

    private List<User> mayEnterFor(User user) {
        return user.has(Role.MANAGER)
                ? users.all().stream()
                        .filter(one -> one.team().equals(user.team()) && one.worksOnCases())
                        .toList()
                : List.of(user);
    }

    private boolean mayEnd(User user, Absence one) {
        return one.username().equals(user.username()) || (user.has(Role.MANAGER) && inTeam(user, one));
    }

    private boolean inTeam(User manager, Absence one) {
        return users.find(one.username())
                .filter(absent -> absent.team().equals(manager.team()))
                .isPresent();
    }

    private Row row(Absence one, User user, Locale locale) {
        return new Row(
                one.id(),
                users.displayName(one.username()),
                users.displayName(one.substitute()),
                dates.date(one.from(), locale),
                dates.date(one.until(), locale),
                mayEnd(user, one));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
