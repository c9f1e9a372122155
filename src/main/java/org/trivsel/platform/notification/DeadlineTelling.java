package org.trivsel.platform.notification;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineWord;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;

/** Writes down what a deadline says, for everybody who is to hear it: for the daily mail, or at once where a day is too long. */
@Component
class DeadlineTelling {

    private final Recipients recipients;
    private final Notices notices;
    private final Users users;
    private final Outbox outbox;
    private final MailTexts texts;
    private final Digest digest;
    private final NoticeWishes wishes;

    DeadlineTelling(
            Recipients recipients,
            Notices notices,
            Users users,
            Outbox outbox,
            MailTexts texts,
            Digest digest,
            NoticeWishes wishes) {
        this.recipients = recipients;
        this.notices = notices;
        this.users = users;
        this.outbox = outbox;
        this.texts = texts;
        this.digest = digest;
        this.wishes = wishes;
    }

    @EventListener
    void told(DeadlineWord word) {
        recipients.of(word).forEach(username -> users.find(username).ifPresent(user -> tell(word, user)));
    }

    private void tell(DeadlineWord word, User user) {
        boolean atOnce = word.deadline().atOnce();
        boolean daily = !atOnce && wishes.of(user.username()).digest();
        if (!notices.tell(word, user.username(), !daily)) {
            return;
        }
        if (atOnce) {
            MailTexts.Text text = texts.atOnce(word, user);
            outbox.put(Notices.key(word, user.username()), user, Outbox.Kind.AT_ONCE, text.subject(), text.body());
        } else if (daily) {
            digest.expect(user.username());
        }
    }
}
