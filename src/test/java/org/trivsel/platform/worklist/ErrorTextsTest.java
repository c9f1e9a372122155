package org.trivsel.platform.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.User;

/** What is wrong, in the reader's words. */
class ErrorTextsTest {

    private static final User READER = new User("ida", "Ida", Set.of(Role.CONSULTANT), "Team", null, null);

    @ParameterizedTest
    @CsvSource({
        "da, Ingen er hos barnet: mandag 13:00–tirsdag 06:00.",
        "sv, Ingen är hos barnet: måndag 13:00–tisdag 06:00.",
        "en, Nobody is with the child: Monday 13:00–Tuesday 06:00."
    })
    void callsTheDaysOfARotaByTheirNames(String language, String text) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("i18n/gates");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        TaskGate.Missing gap = TaskGate.Missing.of("rota-gap", null, "MON 13:00–TUE 06:00");
        assertThat(new ErrorTexts(messages, mock(PersonNames.class))
                        .of("2026-0015", "G6", gap, READER, Locale.forLanguageTag(language))
                        .message())
                .isEqualTo(text);
    }
}
