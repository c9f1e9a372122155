package org.trivsel.platform.forms.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * How many rows a list may have: the custom properties {@code minRows} and {@code maxRows}. form-js has no such rule;
 * our own browser part keeps to it by not offering to remove or add.
 */
final class RowCount {

    private RowCount() {}

    static Optional<Refusal> check(FormComponent component, JsonNode sent) {
        if (!component.isList()) {
            return Optional.empty();
        }
        int least = limit(component, "minRows", 0);
        int most = limit(component, "maxRows", Integer.MAX_VALUE);
        int rows = sent.isArray() ? sent.size() : 0;
        if (rows < least) {
            return Optional.of(Refusal.of("min-rows", least));
        }
        return rows > most ? Optional.of(Refusal.of("max-rows", most)) : Optional.empty();
    }

    private static int limit(FormComponent component, String property, int otherwise) {
        return component.json().path("properties").path(property).asInt(otherwise);
    }
}
