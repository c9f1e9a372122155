package org.trivsel.demo;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.trivsel.platform.data.DateTexts;

/** Every mail the demo has sent since it was started. */
@Controller
@Profile("demo")
class DemoMailboxPage {

    private final GreenMail server;
    private final DateTexts dates;

    DemoMailboxPage(GreenMail server, DateTexts dates) {
        this.server = server;
        this.dates = dates;
    }

    record Row(String to, String subject, String when, String text) {}

    @GetMapping("/demo/mailbox")
    String mailbox(Model model, Locale locale) throws MessagingException, IOException {
        model.addAttribute(
                "letters",
                DemoMailServer.letters(server).stream()
                        .map(one -> new Row(one.to(), one.subject(), dates.moment(one.sent(), locale), one.text()))
                        .toList());
        return "demo-mailbox";
    }
}
