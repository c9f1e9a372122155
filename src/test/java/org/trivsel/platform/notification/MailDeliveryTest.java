package org.trivsel.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.mail.Address;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.trivsel.platform.notification.Outbox.Mail;

/** What becomes of a mail: sent, tried again, given up, or left to another node. */
class MailDeliveryTest {

    private static final Instant NOW = Instant.parse("2026-04-14T05:00:00Z");

    private final Outbox outbox = mock();
    private final JavaMailSender sender = mock();
    private final ObjectProvider<JavaMailSender> senders = mock();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final MailDelivery delivery = new MailDelivery(outbox, senders, clock, "Trivsel <trivsel@localhost>");

    @BeforeEach
    void aServer() {
        when(senders.getIfAvailable()).thenReturn(sender);
        when(outbox.leaseEnd()).thenReturn(NOW.plusSeconds(120));
        when(outbox.next()).thenReturn(Optional.empty());
    }

    @Test
    void sendsEachUnderAnIdMadeOfItsKey() {
        List<String> ids = new ArrayList<>();
        doAnswer(call -> {
                    for (Object each : call.getArguments()) {
                        MimeMessage message = (MimeMessage) each;
                        message.saveChanges();
                        ids.add(message.getMessageID());
                    }
                    return null;
                })
                .when(sender)
                .send(any(MimeMessage[].class));
        waiting(mail("digest/lars/2026-04-14", 0), mail("digest/ida/2026-04-14", 0), mail("digest/lars/2026-04-14", 0));

        delivery.wake();

        assertThat(ids).hasSize(3);
        assertThat(ids.get(0)).isEqualTo(ids.get(2)).isNotEqualTo(ids.get(1));
        verify(outbox, times(1)).sent(argThat(mails -> mails.size() == 3));
    }

    @Test
    void waitsLongerEachTimeTheServerIsDownAndNeverGivesUp() {
        doThrow(new MailSendException("connection refused")).when(sender).send(any(MimeMessage[].class));
        for (var patience : Map.of(0, 1, 1, 5, 2, 15, 3, 30, 4, 60, 50, 60).entrySet()) {
            Mail mail = mail("k" + patience.getKey(), patience.getKey());
            waiting(mail);
            delivery.wake();
            verify(outbox).failed(eq(mail), anyString(), eq(NOW.plus(Duration.ofMinutes(patience.getValue()))));
        }
        verify(outbox, never()).refused(any(), anyString());
    }

    @Test
    void doesNotAskADeadServerForEveryMail() {
        doThrow(new MailSendException("connection refused")).when(sender).send(any(MimeMessage[].class));
        waiting(mail("a", 0), mail("b", 0), mail("c", 0));

        delivery.wake();

        verify(sender, times(1)).send(any(MimeMessage[].class));
        verify(outbox, times(3)).failed(any(), anyString(), any());
    }

    @Test
    void asksADeadServerOnceAndNotForEveryTenMails() {
        doThrow(new MailSendException("connection refused")).when(sender).send(any(MimeMessage[].class));
        when(outbox.take(anyInt()))
                .thenReturn(IntStream.range(0, 10)
                        .mapToObj(number -> mail("a" + number, 0))
                        .toList())
                .thenReturn(List.of(mail("b", 0)));

        delivery.wake();

        verify(sender, times(1)).send(any(MimeMessage[].class));
        verify(outbox, times(11)).failed(any(), anyString(), any());
    }

    @Test
    void anAddressThatBouncesIsGivenUpAndTheNextIsSent() throws Exception {
        Address nobody = new InternetAddress("nobody@trivsel.example");
        Exception bounced = new SendFailedException(
                "550 no such user", null, new Address[0], new Address[0], new Address[] {nobody});
        doAnswer(call -> {
                    throw new MailSendException(Map.of(call.getArgument(0), bounced));
                })
                .when(sender)
                .send(any(MimeMessage[].class));
        waiting(mail("bounces", 0), mail("arrives", 0));

        delivery.wake();

        verify(outbox).refused(eq(mail("bounces", 0)), anyString());
        verify(outbox).sent(List.of(mail("arrives", 0)));
    }

    @Test
    void whatIsNoAddressIsGivenUp() {
        Mail wrong =
                new Mail(7, "k", "lars", "not an address", Outbox.Kind.DIGEST, "s", "b", NOW, NOW, 0, null, null, null);
        waiting(wrong);

        delivery.wake();

        verify(outbox).refused(eq(wrong), anyString());
        verify(sender, never()).send(any(MimeMessage[].class));
    }

    @Test
    void leavesToOthersWhatItHeldTooLong() {
        when(outbox.leaseEnd()).thenReturn(NOW);
        waiting(mail("a", 0));

        delivery.wake();

        verify(sender, never()).send(any(MimeMessage[].class));
    }

    @Test
    void withoutAServerMailsWait() {
        when(senders.getIfAvailable()).thenReturn(null);

        delivery.wake();

        verify(outbox, never()).take(anyInt());
    }

    private void waiting(Mail... mails) {
        when(outbox.take(anyInt())).thenReturn(List.of(mails)).thenReturn(List.of());
    }

    private static Mail mail(String key, int tries) {
        return new Mail(
                1,
                key,
                "lars",
                "lars@trivsel.example",
                Outbox.Kind.DIGEST,
                "subject",
                "body",
                NOW,
                NOW,
                tries,
                null,
                null,
                null);
    }
}
