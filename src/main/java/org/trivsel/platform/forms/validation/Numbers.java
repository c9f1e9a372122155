package org.trivsel.platform.forms.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as the browser holds them: within the range of a double, written as big.js reads them. */
final class Numbers {

    /** The digits are limited because the exponent of a text could otherwise ask for gigabytes. */
    private static final Pattern WRITTEN =
            Pattern.compile("-?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][+-]?\\d{1,3})?");

    private Numbers() {}

    static @Nullable BigDecimal of(JsonNode node) {
        if (node.isTextual()) {
            return of(node.textValue());
        }
        if (!node.isNumber()) {
            return null;
        }
        double number = node.doubleValue();
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return null;
        }
        return node.isFloatingPointNumber() ? BigDecimal.valueOf(number) : node.decimalValue();
    }

    static @Nullable BigDecimal of(@Nullable String text) {
        return text != null && WRITTEN.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    static @Nullable BigDecimal of(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof Number number) {
            return of(number.toString());
        }
        return value instanceof String text ? of(text) : null;
    }

    /** For messages: 10, not 1E+1. */
    static BigDecimal written(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    static int decimals(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }

    static boolean isMultiple(BigDecimal number, BigDecimal step) {
        return step.signum() != 0 && number.remainder(step).signum() == 0;
    }
}
