package org.trivsel.platform.forms.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One component of a schema, read the way form-js reads it. */
record FormComponent(JsonNode json) {

    private static final Set<String> KEYED = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "expression",
            "filepicker",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist");

    String type() {
        return json.path("type").asText("");
    }

    boolean hasAnswer() {
        return KEYED.contains(type()) && !key().isEmpty();
    }

    boolean isList() {
        return type().equals("dynamiclist");
    }

    boolean isDisabled() {
        return json.path("disabled").asBoolean(false);
    }

    /** Where the answer, the group's answers or the list's rows stand below {@code parent}. */
    ValuePath pathBelow(ValuePath parent) {
        if (hasAnswer()) {
            return parent.key(key());
        }
        String path = json.path("path").asText("");
        boolean isPathed = isList() || type().equals("group");
        return isPathed && !path.isEmpty() ? parent.key(path) : parent;
    }

    List<FormComponent> children() {
        List<FormComponent> children = new ArrayList<>();
        json.path("components").forEach(child -> children.add(new FormComponent(child)));
        return children;
    }

    @Nullable
    String hideCondition() {
        JsonNode hide = json.path("conditional").path("hide");
        return hide.isTextual() && hide.textValue().startsWith("=")
                ? hide.textValue().substring(1)
                : null;
    }

    JsonNode rules() {
        return json.path("validate");
    }

    private String key() {
        return json.path("key").asText("");
    }
}
