package org.trivsel.practice.meeting;

import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trivsel.platform.data.DateTexts;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.notification.MailTexts;
import org.trivsel.platform.notification.Outbox;
import org.trivsel.practice.meeting.PlannedMeetings.Planned;

/** Tells the staff whom it concerns that a meeting was called, moved or cancelled. Families get a letter that a person hands out. */
@Component
class MeetingMails {

    private final Outbox outbox;
    private final MailTexts texts;
    private final DateTexts dates;
    private final Users users;

    MeetingMails(Outbox outbox, MailTexts texts, DateTexts dates, Users users) {
        this.outbox = outbox;
        this.texts = texts;
        this.dates = dates;
        this.users = users;
    }

    @EventListener
    void changed(MeetingPlanning.Changed changed) {
        changed.told().stream().filter(id -> !id.equals(changed.by())).forEach(id -> users.find(id)
                .ifPresent(user -> tell(user, changed)));
    }

    private void tell(User user, MeetingPlanning.Changed changed) {
        Planned one = changed.meeting();
        Locale locale = texts.language(user);
        String kind = texts.text(locale, "meeting.kind." + one.plan().kind());
        String when = dates.moment(one.plan().startsAt(), locale);
        String subject = texts.text(locale, "mail.meeting." + changed.change(), one.caseRef(), kind, when);
        String body = String.join(
                "\n", subject, "", texts.link("/cases/" + one.caseRef() + "/meetings"), "", texts.foot(locale));
        String key = "meeting/" + one.id() + "/" + changed.change() + "/" + changed.line() + "/" + user.username();
        outbox.put(key, user, Outbox.Kind.MEETING, subject, body);
    }
}
