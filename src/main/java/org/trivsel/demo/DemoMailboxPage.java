package org.trivsel.demo;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import java.io.IOException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every mail the demo has sent since it was started. */
@Controller
@Profile("demo")
class DemoMailboxPage {

    private final GreenMail server;

    DemoMailboxPage(GreenMail server) {
        this.server = server;
    }

    @GetMapping("/demo/mailbox")
    String mailbox(Model model) throws MessagingException, IOException {
        model.addAttribute("letters", DemoMailServer.letters(server));
        return "demo-mailbox";
    }
}
