package org.trivsel.platform.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.trivsel.platform.data.DateTexts;
import org.trivsel.platform.deadline.DeadlineWord;
import org.trivsel.platform.deadline.DeadlineWord.Kind;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.notification.Notices.Notice;
import org.trivsel.platform.worklist.DeadlineNames;
import org.trivsel.platform.worklist.WorklistTask;

/** What mails say: the reference of the case, what is due and when, and a link. Never a name, never what a form says. */
@Component
public class MailTexts {

    private final MessageSource messages;
    private final DeadlineNames names;
    private final DateTexts dates;
    private final Clock clock;
    private final String address;
    private final Locale standard;

    MailTexts(
            MessageSource messages,
            DeadlineNames names,
            DateTexts dates,
            Clock clock,
            @Value("${trivsel.address}") String address,
            @Value("${trivsel.default-language}") String standard) {
        this.messages = messages;
        this.names = names;
        this.dates = dates;
        this.clock = clock;
        this.address = address;
        this.standard = Locale.forLanguageTag(standard);
    }

    public record Text(String subject, String body) {}

    public Locale language(User user) {
        return user.language() == null ? standard : user.language();
    }

    /** @param path of a page, from the slash on */
    public String link(String path) {
        return address + path;
    }

    public String text(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    Text atOnce(DeadlineWord word, User user) {
        Locale locale = language(user);
        String caseRef = word.deadline().caseRef();
        String what = names.of(word.deadline().ruleKey(), word.deadline().taskId(), locale);
        String when = dates.moment(word.deadline().dueAt(), locale);
        String subject = text(
                locale, word.kind() == Kind.REMINDER ? "mail.soon.subject" : "mail.late.subject", caseRef, what, when);
        String why = text(locale, word.kind() == Kind.REMINDER ? "mail.soon.why" : "mail.late.why");
        return new Text(
                subject,
                String.join(
                        "\n",
                        subject,
                        "",
                        why,
                        "",
                        link(path(caseRef, word.deadline().taskId())),
                        "",
                        foot(locale)));
    }

    /**
     * @param late what is late
     * @param due what is due soon, the next first
     * @param tasks the open ones of them, by their ids
     */
    Text digest(User user, List<Notice> late, List<Notice> due, Map<String, WorklistTask> tasks) {
        Locale locale = language(user);
        LocalDate today = LocalDate.now(clock);
        StringBuilder body = new StringBuilder();
        section(body, "mail.digest.late", late, tasks, locale);
        section(body, "mail.digest.today", within(due, today, 0, 0), tasks, locale);
        section(body, "mail.digest.three", within(due, today, 1, 3), tasks, locale);
        section(body, "mail.digest.seven", within(due, today, 4, 7), tasks, locale);
        section(body, "mail.digest.then", within(due, today, 8, Integer.MAX_VALUE), tasks, locale);
        body.append(link("/calendar")).append("\n\n").append(foot(locale));
        return new Text(text(locale, "mail.digest.subject", late.size(), due.size()), body.toString());
    }

    private List<Notice> within(List<Notice> due, LocalDate today, int from, int to) {
        return due.stream()
                .filter(one -> {
                    long days = ChronoUnit.DAYS.between(today, LocalDate.ofInstant(one.dueAt(), clock.getZone()));
                    return days >= from && days <= to;
                })
                .toList();
    }

    private void section(
            StringBuilder body, String key, List<Notice> notices, Map<String, WorklistTask> tasks, Locale locale) {
        if (notices.isEmpty()) {
            return;
        }
        body.append(text(locale, key)).append('\n');
        for (Notice one : notices) {
            body.append("- ")
                    .append(one.caseRef())
                    .append("  ")
                    .append(names.of(
                            one.ruleKey(), Optional.ofNullable(one.taskId()).map(tasks::get), locale))
                    .append(" – ")
                    .append(dates.weekday(one.dueAt(), locale))
                    .append("\n  ")
                    .append(link(path(one.caseRef(), one.taskId())))
                    .append('\n');
        }
        body.append('\n');
    }

    private static String path(String caseRef, @Nullable String taskId) {
        return taskId == null ? "/cases/" + caseRef + "/deadlines" : "/tasks/" + taskId;
    }

    public String foot(Locale locale) {
        return text(locale, "mail.foot", link("/me/notices"));
    }
}
