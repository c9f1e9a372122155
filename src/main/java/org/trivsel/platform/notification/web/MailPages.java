package org.trivsel.platform.notification.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trivsel.platform.data.DateTexts;
import org.trivsel.platform.identity.CurrentUser;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.notification.Outbox;
import org.trivsel.platform.notification.Outbox.Mail;

/** Whether mails arrive: what was sent, what waits for the mail server, what an address refused. No case is named. */
@Controller
class MailPages {

    private static final int NEWEST = 200;

    private final Outbox outbox;
    private final Users users;
    private final DateTexts dates;
    private final CurrentUser current;

    MailPages(Outbox outbox, Users users, DateTexts dates, CurrentUser current) {
        this.outbox = outbox;
        this.users = users;
        this.dates = dates;
        this.current = current;
    }

    record Row(
            long id,
            String to,
            String address,
            String kind,
            String created,
            String state,
            @Nullable String at,
            @Nullable String trouble) {}

    @GetMapping("/mails")
    String list(Model model, Locale locale) {
        requireManager();
        List<Row> rows =
                outbox.newest(NEWEST).stream().map(mail -> row(mail, locale)).toList();
        model.addAttribute("rows", rows);
        return "mails";
    }

    @PostMapping("/mails/{id}/again")
    String again(@PathVariable long id) {
        requireManager();
        outbox.find(id)
                .flatMap(mail -> users.find(mail.username()))
                .ifPresent(user -> outbox.tryAgain(id, user.email()));
        return "redirect:/mails";
    }

    private Row row(Mail mail, Locale locale) {
        String state = mail.sentAt() != null ? "sent" : mail.refusedAt() != null ? "refused" : "waiting";
        var at = mail.sentAt() != null ? mail.sentAt() : mail.refusedAt() != null ? mail.refusedAt() : mail.nextTryAt();
        return new Row(
                mail.id(),
                users.displayName(mail.username()),
                mail.recipient(),
                mail.kind().name(),
                dates.moment(mail.createdAt(), locale),
                state,
                at == null ? null : dates.moment(at, locale),
                mail.trouble());
    }

    private void requireManager() {
        User user = current.get();
        if (!user.has(Role.MANAGER)) {
            throw new AccessDeniedException("mails are for managers");
        }
    }
}
