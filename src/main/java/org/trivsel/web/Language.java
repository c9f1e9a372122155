package org.trivsel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.identity.Users;

/** Danish, Swedish or English: a person's choice, a program's Accept-Language, else the municipality's language. */
@Component("localeResolver")
class Language implements LocaleResolver {

    static final Set<String> SPOKEN = Set.of("da", "sv", "en");
    private static final String CHOSEN = "trivsel.language";

    private final Users users;
    private final Locale municipality;

    Language(Users users, @Value("${trivsel.default-language}") String municipality) {
        this.users = users;
        this.municipality = Locale.forLanguageTag(municipality);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api")) {
            return request.getHeader("Accept-Language") == null ? municipality : spoken(request.getLocales());
        }
        Locale chosen = chosen(request);
        if (chosen == null && request.getUserPrincipal() != null) {
            chosen = users.find(request.getUserPrincipal().getName())
                    .map(User::language)
                    .orElse(null);
            if (chosen != null) {
                request.getSession().setAttribute(CHOSEN, chosen.getLanguage());
            }
        }
        return chosen == null ? municipality : chosen;
    }

    private static @Nullable Locale chosen(HttpServletRequest request) {
        var session = request.getSession(false);
        Object language = session == null ? null : session.getAttribute(CHOSEN);
        return language == null ? null : Locale.forLanguageTag((String) language);
    }

    private Locale spoken(Enumeration<Locale> wanted) {
        while (wanted.hasMoreElements()) {
            Locale locale = wanted.nextElement();
            if (SPOKEN.contains(locale.getLanguage())) {
                return Locale.forLanguageTag(locale.getLanguage());
            }
        }
        return municipality;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (locale != null) {
            request.getSession().setAttribute(CHOSEN, locale.getLanguage());
        }
    }
}
