package org.trivsel.platform.notification.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trivsel.platform.data.DateTexts;
import org.trivsel.platform.deadline.DeadlineWord.Kind;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.notification.NoticeWishes;
import org.trivsel.platform.notification.NoticeWishes.Wish;
import org.trivsel.platform.notification.Notices;
import org.trivsel.platform.notification.Notices.Notice;
import org.trivsel.platform.worklist.DeadlineNames;

/** What a person was told of deadlines, and how they want to be told. */
@Controller
class NoticePages {

    private static final int NEWEST = 100;

    private final Notices notices;
    private final NoticeWishes wishes;
    private final DeadlineNames names;
    private final DateTexts dates;
    private final CurrentUser current;
    private final Clock clock;

    NoticePages(
            Notices notices,
            NoticeWishes wishes,
            DeadlineNames names,
            DateTexts dates,
            CurrentUser current,
            Clock clock) {
        this.notices = notices;
        this.wishes = wishes;
        this.names = names;
        this.dates = dates;
        this.current = current;
        this.clock = clock;
    }

    record Row(
            String caseRef,
            String what,
            String due,
            String told,
            boolean late,
            boolean done,
            boolean isNew,
            String link) {}

    @GetMapping("/notices")
    String list(Model model, Locale locale) {
        User user = current.get();
        List<Row> rows = notices.of(user.username(), clock.instant(), NEWEST).stream()
                .map(one -> row(one, locale))
                .toList();
        model.addAttribute("rows", rows);
        return "notices";
    }

    @PostMapping("/notices/seen")
    String seen() {
        notices.seen(current.get().username());
        return "redirect:/notices";
    }

    @GetMapping("/me/notices")
    String wishes(Model model) {
        Wish wish = wishes.of(current.get().username());
        model.addAttribute("wish", wish);
        model.addAttribute("times", NoticeWishes.times());
        model.addAttribute("email", current.get().email());
        return "notice-wishes";
    }

    /** A time that is none leaves everything as it was. */
    @PostMapping("/me/notices")
    String choose(
            @RequestParam String digestAt,
            @RequestParam(required = false) @Nullable String digest,
            @RequestParam(required = false) @Nullable String reminders,
            RedirectAttributes flash) {
        try {
            LocalTime at = LocalTime.parse(digestAt);
            if (NoticeWishes.times().contains(at)) {
                wishes.choose(current.get().username(), new Wish(at, digest != null, reminders != null));
                flash.addFlashAttribute("saved", true);
                return "redirect:/me/notices";
            }
        } catch (DateTimeException e) {
            // answered below
        }
        flash.addFlashAttribute("wrongTime", true);
        return "redirect:/me/notices";
    }

    private Row row(Notice one, Locale locale) {
        boolean done = one.endedAt() != null;
        return new Row(
                one.caseRef(),
                names.of(one.ruleKey(), one.taskId(), locale),
                dates.moment(one.dueAt(), locale),
                dates.moment(one.at(), locale),
                one.kind() == Kind.ESCALATION,
                done,
                !one.seen() && !done,
                done || one.taskId() == null ? "/cases/" + one.caseRef() + "/deadlines" : "/tasks/" + one.taskId());
    }
}
