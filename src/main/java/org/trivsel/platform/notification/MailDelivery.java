package org.trivsel.platform.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.WakeUp;
import org.trivsel.platform.notification.Outbox.Mail;

/**
 * Sends the mails of the outbox by SMTP, each at least once. The Message-ID is made of the mail's key, so that a mail sent
 * twice because a node died in between is one mail to whoever looks at the header. A server that is down is tried again,
 * at last every hour, until it is back; nothing is given up but an address the other side refuses.
 */
@Component
class MailDelivery implements WakeUp {

    static final String TYPE = "deliver-mail";

    private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);
    private static final int AT_ONCE = 10;
    private static final List<Duration> PATIENCE = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private final Outbox outbox;
    private final ObjectProvider<JavaMailSender> senders;
    private final Clock clock;
    private final String from;

    MailDelivery(
            Outbox outbox,
            ObjectProvider<JavaMailSender> senders,
            Clock clock,
            @Value("${trivsel.mail.from}") String from) {
        this.outbox = outbox;
        this.senders = senders;
        this.clock = clock;
        this.from = from;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void afterStart() {
        if (senders.getIfAvailable() == null) {
            log.warn("No mail server is set (spring.mail.host): mails wait in the outbox");
        }
    }

    @Override
    public Optional<Instant> wake() {
        JavaMailSender sender = senders.getIfAvailable();
        if (sender == null) {
            return Optional.empty(); // they wait until the application is started with one
        }
        boolean reachable = true;
        List<Mail> taken;
        do {
            Instant ours = outbox.leaseEnd();
            taken = outbox.take(AT_ONCE);
            if (!reachable) { // they do not wait for a dead server one after the other
                taken.forEach(mail -> later(mail, "the mail server cannot be reached"));
            } else if (clock.instant().isBefore(ours)) { // what took too long is another's by now
                reachable = send(sender, taken);
            }
        } while (taken.size() == AT_ONCE);
        return outbox.next();
    }

    /**
     * Sends some mails over one connection, which costs ten times what a mail does.
     *
     * @return whether the server could be reached
     */
    private boolean send(JavaMailSender sender, List<Mail> mails) {
        Map<MimeMessage, Mail> messages = new LinkedHashMap<>();
        for (Mail mail : mails) {
            try {
                messages.put(message(mail), mail);
            } catch (MessagingException e) {
                settle(mail, e);
            }
        }
        if (messages.isEmpty()) {
            return true;
        }
        try {
            sender.send(messages.keySet().toArray(new MimeMessage[0]));
            outbox.sent(messages.values());
            return true;
        } catch (MailException e) {
            Map<Object, Exception> failed = e instanceof MailSendException some ? some.getFailedMessages() : Map.of();
            messages.forEach((message, mail) -> settle(mail, failed.isEmpty() ? e : failed.get(message)));
            boolean someWent = !failed.isEmpty() && failed.size() < messages.size();
            return someWent || failed.values().stream().anyMatch(MailDelivery::isRefused);
        }
    }

    private void settle(Mail mail, @Nullable Exception trouble) {
        if (trouble == null) {
            outbox.sent(List.of(mail));
        } else if (isRefused(trouble)) {
            outbox.refused(mail, String.valueOf(trouble.getMessage()));
            log.warn("Mail {} was refused by the other side", mail.id());
        } else {
            later(mail, String.valueOf(trouble.getMessage()));
            log.warn("Mail {} could not be sent, tried {} times", mail.id(), mail.tries() + 1);
        }
    }

    private void later(Mail mail, String why) {
        Duration patience = PATIENCE.get(Math.min(mail.tries(), PATIENCE.size() - 1));
        outbox.failed(mail, why, clock.instant().plus(patience));
    }

    /** An address nobody has, as opposed to a server nobody reaches. */
    private static boolean isRefused(Exception e) {
        return e instanceof AddressException
                || e instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0;
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = new WithKey(mail.key());
        message.setFrom(new InternetAddress(from));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.recipient()));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static final class WithKey extends MimeMessage {

        private final String key;

        WithKey(String key) {
            super((Session) null);
            this.key = key;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
            setHeader("Message-ID", "<" + id + "@trivsel>");
        }
    }
}
