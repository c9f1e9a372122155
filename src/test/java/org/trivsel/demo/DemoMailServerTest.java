package org.trivsel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.trivsel.demo.DemoMailServer.Letter;

/** What the demo's mailbox shows. */
class DemoMailServerTest {

    @Test
    void theNewestMailComesFirstWhoeverGotIt() throws Exception {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            deliver(server, "lars", "2026-04-14T05:00:00Z");
            deliver(server, "maja", "2026-04-14T14:30:00Z");
            deliver(server, "lars", "2026-04-15T05:00:00Z");
            assertThat(DemoMailServer.letters(server))
                    .extracting(Letter::to, letter -> letter.sent().toString())
                    .containsExactly(
                            tuple("lars@localhost", "2026-04-15T05:00:00Z"),
                            tuple("maja@localhost", "2026-04-14T14:30:00Z"),
                            tuple("lars@localhost", "2026-04-14T05:00:00Z"));
        } finally {
            server.stop();
        }
    }

    private static void deliver(GreenMail server, String name, String sent) throws Exception {
        MimeMessage mail = new MimeMessage((Session) null);
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(name + "@localhost"));
        mail.setSubject("-");
        mail.setText("-");
        mail.setSentDate(Date.from(Instant.parse(sent)));
        server.setUser(name + "@localhost", name, name).deliver(mail);
    }
}
