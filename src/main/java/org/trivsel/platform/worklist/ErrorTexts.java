package org.trivsel.platform.worklist;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.trivsel.platform.data.DateTexts;
import org.trivsel.platform.forms.SubmissionRefused;
import org.trivsel.platform.identity.User;

/** What is wrong or missing, said in the reader's language, with the names this reader may know. */
@Component
public class ErrorTexts {

    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final Pattern DAY = Pattern.compile("\\b(" + String.join("|", DAYS) + ")\\b(?= \\d\\d:)");

    private final MessageSource messages;
    private final PersonNames names;
    private final DateTexts dates;

    ErrorTexts(MessageSource messages, PersonNames names, DateTexts dates) {
        this.dates = dates;
        this.messages = messages;
        this.names = names;
    }

    /**
     * @param field path of the answer, or empty when it is about the whole
     * @param mend where a gate's missing part is mended, or null
     */
    public record ErrorText(String field, String code, String message, @Nullable String mend) {}

    public List<ErrorText> of(SubmissionRefused refused, User reader, Locale locale) {
        Map<String, String> known = known(refused.caseRef(), reader);
        List<ErrorText> texts = new ArrayList<>();
        refused.errors()
                .forEach(error -> texts.add(new ErrorText(
                        error.field(),
                        error.code(),
                        text("error." + error.code(), error.args(), known, locale),
                        null)));
        return texts;
    }

    public List<ErrorText> of(GateBlocked blocked, User reader, Locale locale) {
        List<ErrorText> texts = new ArrayList<>();
        blocked.blocked().forEach(one -> texts.add(of(blocked.caseRef(), one.gate(), one.missing(), reader, locale)));
        return texts;
    }

    public ErrorText of(String caseRef, String gate, TaskGate.Missing missing, User reader, Locale locale) {
        String message = text("gate." + missing.code(), missing.args(), known(caseRef, reader), locale);
        return new ErrorText("", gate + "." + missing.code(), message, missing.mend());
    }

    private Map<String, String> known(String caseRef, User reader) {
        return caseRef.isEmpty() ? Map.of() : names.byId(caseRef, reader);
    }

    private String text(String key, List<Object> args, Map<String, String> known, Locale locale) {
        Object[] named = args.stream()
                .map(arg -> arg instanceof String id
                        ? known.getOrDefault(id, withDays(id, locale))
                        : arg instanceof LocalDate day ? dates.date(day, locale) : arg)
                .toArray();
        String found = messages.getMessage(key, named, key, locale);
        return found == null ? key : found;
    }

    /** Weekdays, which forms and rules call by their codes, by their names. */
    private static String withDays(String text, Locale locale) {
        return DAY.matcher(text).replaceAll(code -> DayOfWeek.of(DAYS.indexOf(code.group()) + 1)
                .getDisplayName(TextStyle.FULL, locale));
    }
}
