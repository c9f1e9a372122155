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

    /**
     * @param section the heading the question stands under; empty without one
     * @param row 0 for a plain question, else the number of the row in its list
     */
    public record Line(String section, String label, String value, int row) {}

    /** What stands under one heading: one list of lines, or one for each row. */
    public record Block(String title, List<List<Line>> rows) {}

    /** The lines under their headings, a row of a list together. */
    public static List<Block> blocks(List<Line> lines) {
        List<Block> blocks = new ArrayList<>();
        int row = 0;
        for (Line line : lines) {
            Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last == null || !last.title().equals(line.section())) {
                last = new Block(line.section(), new ArrayList<>());
                blocks.add(last);
                last.rows().add(new ArrayList<>());
            } else if (line.row() != row) {
                last.rows().add(new ArrayList<>());
            }
            last.rows().get(last.rows().size() - 1).add(line);
            row = line.row();
        }
        return blocks;
    }

    public String title(Entry entry, Locale locale) {
        return texts.title(editions.form(entry.edition(), entry.formId()), locale);
    }

    public List<Line> lines(Entry entry, User reader, Locale locale) {
        FormContext context =
                new FormContext(entry.caseRef(), entry.formId(), entry.taskKey(), entry.element(), reader, locale);
        return lines(entry.edition(), context, entry.data());
    }

    /** Answers to a form as they stand in a document of their own, such as a version of the plan. */
    public List<Line> lines(FormContext context, JsonNode data) {
        return lines(editions.current().deploymentId(), context, data);
    }

    private List<Line> lines(String edition, FormContext context, JsonNode data) {
        List<Line> lines = new ArrayList<>();
        lines(forms.schema(edition, context), data, "", 0, context.locale(), lines);
        return lines;
    }

    private void lines(JsonNode parent, JsonNode data, String section, int row, Locale locale, List<Line> lines) {
        for (JsonNode component : parent.path("components")) {
            String path = component.path("path").asText("");
            JsonNode inner = path.isEmpty() ? data : data.path(path);
            switch (component.path("type").asText()) {
                case "group" -> lines(component, inner, heading(component, section), row, locale, lines);
                case "dynamiclist" -> {
                    for (int i = 0; i < inner.size(); i++) {
                        lines(component, inner.get(i), heading(component, section), i + 1, locale, lines);
                    }
                }
                default -> {
                    JsonNode value = data.path(component.path("key").asText());
                    String text = text(component, value, locale);
                    if (!text.isBlank()) {
                        lines.add(new Line(section, label(component), text, row));
                    }
                }
            }
        }
    }

    private static String heading(JsonNode component, String around) {
        String label = component.path("label").asText("");
        return label.isEmpty() ? around : label;
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
