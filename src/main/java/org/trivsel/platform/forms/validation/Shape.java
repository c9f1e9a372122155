package org.trivsel.platform.forms.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Which keys a form knows, and where an object or a list has to stand: everything else is refused unread. */
final class Shape {

    private final Map<String, Shape> keys = new LinkedHashMap<>();
    private boolean isAnswer;
    private boolean isList;

    static Shape of(List<FormComponent> components) {
        Shape shape = new Shape();
        shape.add(components);
        return shape;
    }

    void check(JsonNode data, ValuePath path, Consumer<FieldError> refused) {
        if (isAnswer || data.isNull() || data.isMissingNode()) {
            return;
        }
        if (!isList) {
            checkKeys(data, path, refused);
        } else if (!data.isArray()) {
            refused.accept(FieldError.of(path, Refusal.of("type")));
        } else {
            for (int row = 0; row < data.size(); row++) {
                checkRow(data.get(row), path.row(row), refused);
            }
        }
    }

    private void checkRow(JsonNode row, ValuePath path, Consumer<FieldError> refused) {
        if (row.isNull()) {
            refused.accept(FieldError.of(path, Refusal.of("type")));
        } else {
            checkKeys(row, path, refused);
        }
    }

    private void checkKeys(JsonNode data, ValuePath path, Consumer<FieldError> refused) {
        if (!data.isObject()) {
            refused.accept(FieldError.of(path, Refusal.of("type")));
            return;
        }
        for (Iterator<String> names = data.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            Shape known = keys.get(name);
            if (known == null) {
                refused.accept(FieldError.of(path.segment(name), Refusal.of("unknown-key")));
            } else {
                known.check(data.get(name), path.segment(name), refused);
            }
        }
    }

    private void add(List<FormComponent> components) {
        for (FormComponent component : components) {
            Shape place = this;
            for (Object segment : component.pathBelow(ValuePath.ROOT).segments()) {
                place = place.keys.computeIfAbsent((String) segment, key -> new Shape());
            }
            place.isAnswer |= component.hasAnswer();
            place.isList |= component.isList();
            place.add(component.children());
        }
    }
}
