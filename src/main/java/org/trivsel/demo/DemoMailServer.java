package org.trivsel.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The demo's own mail server, on a port nobody else has: every mail stays in it. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
public class DemoMailServer {

    private static final int NEWEST = 100;

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail mailServer() {
        return new GreenMail(ServerSetup.SMTP.dynamicPort().setVerbose(false));
    }

    /** A real server that is set for the application goes before this one. */
    @Bean
    @ConditionalOnMissingBean
    JavaMailSender demoMailSender(GreenMail server) {
        JavaMailSenderImpl sender = new OpenLine();
        sender.setHost("localhost");
        sender.setPort(server.getSmtp().getPort());
        return sender;
    }

    /**
     * Greets its server once and not for every mail. The answer to a greeting takes forty milliseconds, and a demo whose
     * clock is moved on by half a year sends hundreds of mails.
     */
    private static final class OpenLine extends JavaMailSenderImpl {

        private @Nullable Line line;

        @Override
        protected synchronized Transport connectTransport() throws MessagingException {
            if (line == null || line.port != getPort() || !line.isConnected()) {
                line = new Line(getSession(), getPort());
                line.connect(getHost(), getPort(), null, null);
            }
            return line;
        }
    }

    private static final class Line extends SMTPTransport {

        private final int port;

        Line(Session session, int port) {
            super(session, new URLName("smtp", null, port, null, null, null));
            this.port = port;
        }

        @Override
        public void close() {} // the next mail goes over it too
    }

    record Letter(String to, String subject, String text, Instant sent) {}

    /** The newest first; the server keeps them by recipient. */
    static List<Letter> letters(GreenMail server) throws MessagingException, IOException {
        List<Letter> letters = new ArrayList<>();
        for (MimeMessage one : server.getReceivedMessages()) {
            letters.add(new Letter(
                    one.getHeader("To", ", "),
                    one.getSubject(),
                    String.valueOf(one.getContent()),
                    one.getSentDate().toInstant()));
        }
        letters.sort(Comparator.comparing(Letter::sent).reversed());
        return letters.subList(0, Math.min(NEWEST, letters.size()));
    }
}
