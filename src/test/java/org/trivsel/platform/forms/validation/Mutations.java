package org.trivsel.platform.forms.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Spoils one place of a submission: what people forget, what programs confuse, and what nobody sends by accident. */
final class Mutations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<JsonNode> ODD_VALUES = List.of(
            JSON.nullNode(),
            JSON.textNode(""),
            JSON.textNode("   "),
            JSON.textNode(" \u00a0a "),
            JSON.textNode("one\ntwo"),
            JSON.textNode("5"),
            JSON.textNode("0x10"),
            JSON.textNode("NaN"),
            JSON.textNode("x".repeat(5_000)),
            JSON.textNode("<script>alert(1)</script>"),
            JSON.textNode("2026-02-30"),
            JSON.textNode("2026-13-01"),
            JSON.textNode("24:61"),
            JSON.textNode("UNKNOWN_OPTION"),
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(7),
            JSON.numberNode(11),
            JSON.numberNode(2.5),
            JSON.numberNode(0.125),
            JSON.numberNode(1e21),
            JSON.booleanNode(true),
            JSON.booleanNode(false),
            JSON.arrayNode(),
            JSON.arrayNode().add("UNKNOWN_OPTION"),
            JSON.arrayNode().add(1).add((String) null),
            JSON.objectNode(),
            JSON.objectNode().put("label", "a"));

    private record Place(JsonNode parent, String key, int row) {

        void set(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(key, value);
            } else if (parent instanceof ArrayNode array) {
                array.set(row, value);
            }
        }

        JsonNode value() {
            return parent.isObject() ? parent.get(key) : parent.get(row);
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(key);
            } else if (parent instanceof ArrayNode array) {
                array.remove(row);
            }
        }
    }

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    JsonNode of(JsonNode form, JsonNode valid) {
        ObjectNode data = valid.deepCopy();
        List<Place> places = new ArrayList<>();
        collect(data, places);
        if (places.isEmpty()) {
            return data.put("surplus", 1);
        }
        Place place = places.get(random.nextInt(places.size()));
        switch (random.nextInt(10)) {
            case 0 -> place.remove();
            case 1 -> surplus(place.parent());
            case 2 -> grow(place);
            case 3, 4 -> otherChoice(form, data);
            case 5 -> stretch(place);
            default ->
                place.set(ODD_VALUES.get(random.nextInt(ODD_VALUES.size())).deepCopy());
        }
        return data;
    }

    /** Takes out the value at a path such as {@code a.b[2].c}. */
    static void remove(ObjectNode data, String path) {
        String parent = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
        JsonNode place = parent.isEmpty()
                ? data
                : data.at("/" + parent.replaceAll("[.\\[]", "/").replace("]", ""));
        if (place instanceof ObjectNode object) {
            object.remove(path.substring(path.lastIndexOf('.') + 1));
        }
    }

    private static void collect(JsonNode node, List<Place> places) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            places.add(new Place(node, property.getKey(), 0));
            collect(property.getValue(), places);
        }
        for (int row = 0; node.isArray() && row < node.size(); row++) {
            places.add(new Place(node, "", row));
            collect(node.get(row), places);
        }
    }

    private static void surplus(JsonNode parent) {
        if (parent instanceof ObjectNode object) {
            object.put("surplus", "value");
        } else if (parent instanceof ArrayNode array) {
            array.add("surplus");
        }
    }

    private static void grow(Place place) {
        if (place.value() instanceof ArrayNode array) {
            array.add(array.isEmpty() ? JSON.objectNode() : array.get(0).deepCopy());
        } else if (place.value().isTextual()) {
            place.set(JSON.textNode(place.value().textValue().repeat(3)));
        }
    }

    private static void stretch(Place place) {
        if (place.value().isTextual()) {
            place.set(JSON.textNode(" " + place.value().textValue() + " "));
        } else if (place.value().isNumber()) {
            place.set(JSON.numberNode(place.value().doubleValue() * 10 + 0.5));
        } else if (place.value().isBoolean()) {
            place.set(JSON.booleanNode(!place.value().booleanValue()));
        }
    }

    /** Another valid choice on the top level: what is asked may change with it. */
    private void otherChoice(JsonNode form, ObjectNode data) {
        List<JsonNode> choices = form.findParents("values");
        if (choices.isEmpty()) {
            return;
        }
        JsonNode field = choices.get(random.nextInt(choices.size()));
        JsonNode values = field.get("values");
        if (!values.isEmpty() && data.has(field.path("key").asText())) {
            JsonNode option = values.get(random.nextInt(values.size()));
            JsonNode value = option.isObject() ? option.get("value") : option;
            boolean isSeveral = field.path("type").asText().matches("checklist|taglist");
            data.set(field.path("key").asText(), isSeveral ? JSON.arrayNode().add(value) : value);
        }
    }
}
