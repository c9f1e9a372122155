package org.trivsel.platform.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.trivsel.platform.data.DateTexts;
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
        assertThat(said(TaskGate.Missing.of("rota-gap", null, "MON 13:00–TUE 06:00"), language))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "da, Planen skal observeres mindst til 8. okt. 2026.",
        "sv, Planen ska följas upp minst till 8 okt. 2026.",
        "en, The plan must be observed at least until 8 Oct 2026."
    })
    void writesADateAsTheReaderDoes(String language, String text) {
        assertThat(said(TaskGate.Missing.of("observed-too-short", null, LocalDate.parse("2026-10-08")), language))
                .isEqualTo(text);
    }

    private static String said(TaskGate.Missing missing, String language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("i18n/gates");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new ErrorTexts(messages, mock(PersonNames.class), new DateTexts(Clock.systemUTC()))
                .of("2026-0015", "G6", missing, READER, Locale.forLanguageTag(language))
                .message();
    }
}
