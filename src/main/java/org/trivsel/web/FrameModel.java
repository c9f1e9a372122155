package org.trivsel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;

/** What every page's frame shows: who is logged in, where one is, what time it is in the demo. */
@ControllerAdvice(annotations = Controller.class)
class FrameModel {

    private final Users users;
    private final Clock clock;
    private final boolean demo;
    private final String adviceContact;
    private final String dutyPhone;

    FrameModel(
            Users users,
            Clock clock,
            Environment environment,
            @Value("${trivsel.advice-contact}") String adviceContact,
            @Value("${trivsel.duty-phone}") String dutyPhone) {
        this.users = users;
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.adviceContact = adviceContact;
        this.dutyPhone = dutyPhone;
    }

    @ModelAttribute("me")
    @Nullable
    User me(@Nullable Principal principal) {
        return principal == null ? null : users.find(principal.getName()).orElse(null);
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }

    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** The demo's time in the reader's words, or null where time is real. */
    @ModelAttribute("demoNow")
    @Nullable
    String demoNow(Locale locale) {
        return demo
                ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(ZonedDateTime.now(clock))
                : null;
    }

    @ModelAttribute("adviceContact")
    String adviceContact() {
        return adviceContact;
    }

    @ModelAttribute("dutyPhone")
    String dutyPhone() {
        return dutyPhone;
    }

    /** The same for a page that no controller made. One comes from it to the tasks, not back to what went wrong. */
    void fill(ModelAndView page, HttpServletRequest request, Locale locale) {
        page.addObject("me", me(request.getUserPrincipal()));
        page.addObject("path", path(request));
        page.addObject("here", "GET".equals(request.getMethod()) ? here(request) : "/tasks");
        page.addObject("demoNow", demoNow(locale));
        page.addObject("adviceContact", adviceContact);
        page.addObject("dutyPhone", dutyPhone);
    }
}
