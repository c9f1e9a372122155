package org.trivsel.platform.forms.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be chosen in a field. The list of people of a case is long and read for every row: it is never copied. */
final class Options {

    private Options() {}

    /** Options from an expression can be told only when all answers are read. */
    static boolean areComputed(FormComponent component) {
        return !component.json().path("valuesExpression").asText("").isEmpty();
    }

    static boolean offer(FormComponent component, JsonNode value) {
        if (!value.isValueNode() || value.isNull() || value.asText().isEmpty()) {
            return false;
        }
        if (areComputed(component)) {
            return true;
        }
        for (JsonNode option : component.json().path("values")) {
            if (isSame(option.isObject() ? option.path("value") : option, value)) {
                return true;
            }
        }
        return false;
    }

    /** What an expression lists, read as form-js reads it: plain values, or objects with a value. */
    static List<@Nullable Object> listed(@Nullable Object computed) {
        List<@Nullable Object> values = new ArrayList<>();
        if (computed instanceof Collection<?> several) {
            several.forEach(one -> values.add(one instanceof Map<?, ?> option ? option.get("value") : one));
        }
        return values;
    }

    /** A scalar as Java, numbers comparable by {@code equals}; null for anything else. */
    static @Nullable Object plain(JsonNode node) {
        if (node.isNumber()) {
            @Nullable BigDecimal number = Numbers.of(node);
            return number == null ? null : number.stripTrailingZeros();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isTextual() ? node.textValue() : null;
    }

    private static boolean isSame(JsonNode option, JsonNode value) {
        return option.isNumber() && value.isNumber()
                ? option.doubleValue() == value.doubleValue()
                : option.equals(value);
    }
}
