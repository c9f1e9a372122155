package org.trivsel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trivsel.platform.identity.Users;

/** The pages around the work: log-in, the way in, help, the choice of language. */
@Controller
class FramePages {

    private final Language language;
    private final Users users;

    FramePages(Language language, Users users) {
        this.language = language;
        this.users = users;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/tasks";
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }

    /** What helps with the method and the program, within reach of every page (R236). */
    @GetMapping("/help")
    String help() {
        return "help";
    }

    /** Chooses a language and comes back to the page one was on. */
    @PostMapping("/language")
    String choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/tasks") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Language.SPOKEN.contains(language)) {
            Locale locale = Locale.forLanguageTag(language);
            this.language.setLocale(request, response, locale);
            if (request.getUserPrincipal() != null) {
                users.chooseLanguage(request.getUserPrincipal().getName(), locale);
            }
        }
        boolean ownPage = back.startsWith("/") && !back.startsWith("//") && !back.contains("\\");
        return "redirect:" + (ownPage ? back : "/tasks");
    }
}
