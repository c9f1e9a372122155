package org.trivsel.practice.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.Editions;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.FormTexts;
import org.trivsel.platform.forms.Forms;
import org.trivsel.platform.identity.User;
import org.trivsel.practice.casefile.Journal.Entry;

/** A journal entry as a person reads it: the form's questions in the reader's language, and what was answered. */
@Component
public class JournalTexts {

    private final Editions editions;
    private final Forms forms;
    private final FormTexts texts;
    private final MessageSource messages;
    private final ZoneId zone;

    JournalTexts(
            Editions editions,
            Forms forms,
            FormTexts texts,
            MessageSource messages,
            @Value("${trivsel.zone}") ZoneId zone) {
        this.editions = editions;
        this.forms = forms;
        this.texts = texts;
        this.messages = messages;
        this.zone = zone;
    }

    /** @param row 0 for a plain question, else the number of the row in its list */
    public record Line(String label, String value, int row) {}

    public String title(Entry entry, Locale locale) {
        return texts.title(editions.form(entry.edition(), entry.formId()), locale);
    }

    public List<Line> lines(Entry entry, User reader, Locale locale) {
        FormContext context =
                new FormContext(entry.caseRef(), entry.formId(), entry.taskKey(), entry.element(), reader, locale);
        List<Line> lines = new ArrayList<>();
        lines(forms.schema(entry.edition(), context), entry.data(), 0, locale, lines);
        return lines;
    }

    private void lines(JsonNode parent, JsonNode data, int row, Locale locale, List<Line> lines) {
        for (JsonNode component : parent.path("components")) {
            String path = component.path("path").asText("");
            JsonNode inner = path.isEmpty() ? data : data.path(path);
            switch (component.path("type").asText()) {
                case "group" -> lines(component, inner, row, locale, lines);
                case "dynamiclist" -> {
                    for (int i = 0; i < inner.size(); i++) {
                        lines(component, inner.get(i), i + 1, locale, lines);
                    }
                }
                default -> {
                    JsonNode value = data.path(component.path("key").asText());
                    String text = text(component, value, locale);
                    if (!text.isBlank()) {
                        lines.add(new Line(label(component), text, row));
                    }
                }
            }
        }
    }

    private static String label(JsonNode component) {
        return component.hasNonNull("label")
                ? component.path("label").asText()
                : component.path("dateLabel").asText();
    }

    private String text(JsonNode component, JsonNode value, Locale locale) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(one -> parts.add(choice(component, one.asText())));
            return String.join(", ", parts);
        }
        if (value.isBoolean()) {
            return messages.getMessage(value.booleanValue() ? "yes" : "no", null, locale);
        }
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return component.path("type").asText().equals("datetime")
                ? date(value.asText(), locale)
                : choice(component, value.asText());
    }

    private static String choice(JsonNode component, String value) {
        for (JsonNode option : component.path("values")) {
            if (option.path("value").asText().equals(value)) {
                return option.path("label").asText();
            }
        }
        return value;
    }

    private String date(String value, Locale locale) {
        try {
            return value.length() <= 10
                    ? java.time.LocalDate.parse(value)
                            .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                    .withLocale(locale))
                    : OffsetDateTime.parse(value)
                            .atZoneSameInstant(zone)
                            .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                    .withLocale(locale));
        } catch (DateTimeException e) {
            return value;
        }
    }
}
