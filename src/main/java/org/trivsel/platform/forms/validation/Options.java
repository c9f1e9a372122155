package org.trivsel.platform.forms.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that may be chosen; {@code null} stands for "computed by an expression, checked later". */
record Options(@Nullable Set<Object> values) {

    static Options of(FormComponent component) {
        JsonNode json = component.json();
        if (json.path("valuesExpression").isTextual()
                && !json.path("valuesExpression").textValue().isEmpty()) {
            return new Options(null);
        }
        Set<Object> values = new HashSet<>();
        for (JsonNode option : json.path("values")) {
            @Nullable Object value = plain(option.isObject() ? option.path("value") : option);
            if (value != null && !value.equals("")) {
                values.add(value);
            }
        }
        return new Options(values);
    }

    boolean contains(@Nullable Object value) {
        return values == null || values.contains(value);
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
}
