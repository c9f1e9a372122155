package org.trivsel.platform.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts a form into the reader's language. Danish and Swedish stand in i18n/forms_da and forms_sv by id; what has no
 * translation, as a manager's new field, shows as authored.
 */
@Component
public class FormTexts {

    private static final String[] TEXTS = {"label", "description", "text", "dateLabel", "timeLabel"};

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    FormTexts() {
        texts.setBasename("i18n/forms");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /** The form's title, as people know it. */
    public String title(JsonNode schema, Locale locale) {
        String id = schema.path("id").asText();
        return text(id, schema.path("properties").path("title").asText(id), locale);
    }

    /** The label of an answer in the journal: by component, in the reader's language. */
    public String text(String code, String authored, Locale locale) {
        String found = texts.getMessage(code, null, authored, locale);
        return found == null ? authored : found;
    }

    void localise(ObjectNode schema, Locale locale) {
        components(schema, schema.path("id").asText(), locale);
    }

    private void components(JsonNode parent, String formId, Locale locale) {
        for (JsonNode component : parent.path("components")) {
            if (component instanceof ObjectNode field) {
                field(field, formId + "." + field.path("id").asText(), locale);
            }
            components(component, formId, locale);
        }
    }

    private void field(ObjectNode field, String code, Locale locale) {
        for (String part : TEXTS) {
            if (field.hasNonNull(part)) {
                String key = part.equals("label") ? code : code + "." + part;
                field.put(part, text(key, field.path(part).asText(), locale));
            }
        }
        if (field.path("values") instanceof ArrayNode values) {
            for (JsonNode option : values) {
                String label = text(
                        code + "." + option.path("value").asText(),
                        option.path("label").asText(),
                        locale);
                ((ObjectNode) option).put("label", label);
            }
        }
    }
}
