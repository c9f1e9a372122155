package org.trivsel.platform.forms.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What form-js makes of a value when it loads it. Where it would drop or change the value, the answer is refused:
 * otherwise the journal would keep what nobody saw on the screen.
 */
final class AnswerReader {

    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n\\t]");

    private AnswerReader() {}

    static Reading read(FormComponent component, JsonNode sent) {
        return switch (component.type()) {
            case "textfield" -> singleLine(sent);
            case "textarea" -> text(sent);
            case "number" -> number(component, sent);
            case "checkbox" -> yesOrNo(sent);
            case "radio", "select" -> oneOf(component, sent);
            case "checklist", "taglist" -> someOf(component, sent);
            case "datetime" -> dateTime(component, sent);
            case "expression" -> computed(sent);
            default -> isNothing(sent) ? Reading.of(null) : Reading.refused(null, "type");
        };
    }

    /** No answer at all, in any of the ways in which JSON can say so. */
    static boolean isNothing(JsonNode sent) {
        if (sent.isContainerNode()) {
            return sent.isEmpty();
        }
        return sent.isNull()
                || sent.isMissingNode()
                || (sent.isTextual() && sent.textValue().isEmpty());
    }

    private static Reading singleLine(JsonNode sent) {
        Reading read = text(sent);
        boolean isBroken =
                read.value() instanceof String line && LINE_BREAK.matcher(line).find();
        return isBroken ? Reading.refused("", "single-line") : read;
    }

    private static Reading text(JsonNode sent) {
        if (sent.isTextual()) {
            return Reading.of(sent.textValue());
        }
        // form-js goes on with a number or boolean as text
        return isMissing(sent) ? Reading.of("") : Reading.refused(sent.asText(), "type");
    }

    private static Reading number(FormComponent component, JsonNode sent) {
        if (isNothing(sent) && !sent.isContainerNode()) {
            return Reading.of(null);
        }
        boolean isText = component.json().path("serializeToString").asBoolean(false);
        @Nullable BigDecimal number = Numbers.of(sent);
        if (number != null && isText == sent.isTextual()) {
            return Reading.of(number);
        }
        // form-js goes on with what JavaScript makes of the text, and conditions may depend on it
        boolean isSpace =
                sent.isTextual() && JavaScriptText.trim(sent.textValue()).isEmpty();
        return Reading.refused(isSpace ? BigDecimal.ZERO : number, "type");
    }

    private static Reading yesOrNo(JsonNode sent) {
        if (sent.isBoolean()) {
            return Reading.of(sent.booleanValue());
        }
        return isMissing(sent) ? Reading.of(false) : Reading.refused(false, "type");
    }

    private static Reading oneOf(FormComponent component, JsonNode sent) {
        if (isNothing(sent) && !sent.isContainerNode()) {
            return Reading.of(null);
        }
        return Options.offer(component, sent) ? Reading.of(Options.plain(sent)) : Reading.refused(null, "option");
    }

    private static Reading someOf(FormComponent component, JsonNode sent) {
        if (isMissing(sent)) {
            return Reading.of(List.of());
        }
        if (!sent.isArray()) {
            return Reading.refused(List.of(), "type");
        }
        List<Object> chosen = new ArrayList<>();
        for (JsonNode one : sent) {
            @Nullable Object value = Options.plain(one);
            if (value != null && Options.offer(component, one)) {
                chosen.add(value);
            }
        }
        return new Reading(chosen, chosen.size() == sent.size() ? null : Refusal.of("option"));
    }

    private static Reading dateTime(FormComponent component, JsonNode sent) {
        if (isNothing(sent) && !sent.isContainerNode()) {
            return Reading.of(null);
        }
        if (!sent.isTextual()) {
            return Reading.refused(null, "type");
        }
        return DateTimes.isWrittenAsIn(component, sent.textValue())
                ? Reading.of(sent.textValue())
                : Reading.refused(null, "date-format");
    }

    private static Reading computed(JsonNode sent) {
        return sent.isContainerNode() ? Reading.refused(null, "type") : Reading.of(Options.plain(sent));
    }

    private static boolean isMissing(JsonNode sent) {
        return sent.isNull() || sent.isMissingNode();
    }
}
