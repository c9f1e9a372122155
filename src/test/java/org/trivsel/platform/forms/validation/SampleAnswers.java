package org.trivsel.platform.forms.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes up answers that keep the rules of each single field. */
final class SampleAnswers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Random random;

    SampleAnswers(Random random) {
        this.random = random;
    }

    ObjectNode of(JsonNode form) {
        ObjectNode data = JSON.objectNode();
        fill(form, data);
        return data;
    }

    private void fill(JsonNode container, ObjectNode data) {
        for (JsonNode component : container.path("components")) {
            FormComponent field = new FormComponent(component);
            List<Object> path = field.pathBelow(ValuePath.ROOT).segments();
            if (field.isList()) {
                fillRows(component, place(data, path).putArray((String) path.get(path.size() - 1)));
            } else if (field.hasAnswer()) {
                place(data, path).set((String) path.get(path.size() - 1), answer(component));
            } else {
                fill(component, path.isEmpty() ? data : inside(data, path));
            }
        }
    }

    private void fillRows(JsonNode list, ArrayNode rows) {
        int count = random.nextInt(3);
        for (int row = 0; row < count; row++) {
            fill(list, rows.addObject());
        }
    }

    private JsonNode answer(JsonNode field) {
        boolean isRequired = field.path("validate").path("required").asBoolean();
        if (!isRequired && random.nextInt(4) == 0) {
            return JSON.nullNode();
        }
        return switch (field.path("type").asText()) {
            case "number" -> number(field);
            case "checkbox" -> JSON.booleanNode(isRequired || random.nextBoolean());
            case "radio", "select" -> option(field);
            case "checklist", "taglist" -> options(field);
            case "datetime" -> JSON.textNode(moment(field));
            case "expression" -> JSON.nullNode();
            default -> JSON.textNode(text(field));
        };
    }

    private JsonNode number(JsonNode field) {
        int min = field.path("validate").path("min").asInt(0);
        int max = field.path("validate").path("max").asInt(min + 20);
        int number = min + random.nextInt(max - min + 1);
        return field.path("serializeToString").asBoolean() ? JSON.textNode("" + number) : JSON.numberNode(number);
    }

    private static List<JsonNode> values(JsonNode field) {
        List<JsonNode> values = new ArrayList<>();
        field.path("values").forEach(option -> values.add(option.isObject() ? option.get("value") : option));
        return values;
    }

    private JsonNode option(JsonNode field) {
        List<JsonNode> values = values(field);
        return values.isEmpty() ? JSON.nullNode() : values.get(random.nextInt(values.size()));
    }

    private JsonNode options(JsonNode field) {
        List<JsonNode> values = values(field);
        Collections.shuffle(values, random);
        return JSON.arrayNode()
                .addAll(values.subList(0, values.isEmpty() ? 0 : 1 + random.nextInt(Math.min(3, values.size()))));
    }

    private String moment(JsonNode field) {
        String day =
                "20%02d-%02d-%02d".formatted(20 + random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(28));
        String time = "%02d:%02d".formatted(random.nextInt(24), 15 * random.nextInt(4));
        String offset = field.path("timeSerializingFormat").asText().equals("no_timezone") ? "" : "+01:00";
        return switch (field.path("subtype").asText("date")) {
            case "time" -> time + offset;
            case "datetime" -> day + "T" + time + offset;
            default -> day;
        };
    }

    private String text(JsonNode field) {
        JsonNode rules = field.path("validate");
        String format = rules.path("validationType").asText();
        if (format.equals("email")) {
            return "name@example.org";
        }
        if (format.equals("phone")) {
            return "+4530664040";
        }
        String pattern = rules.path("pattern").asText("");
        if (!pattern.isEmpty()) {
            return List.of("+45 30 66 40 40", "08:30", "AB12", "2026-0001", "DK", "12").stream()
                    .filter(sample -> JavaScriptPattern.isFoundIn(pattern, sample))
                    .findFirst()
                    .orElse("1");
        }
        int length = Math.max(rules.path("minLength").asInt(1), 1 + random.nextInt(12));
        int most = rules.path("maxLength").asInt(length);
        return "æ".repeat(Math.min(length, most));
    }

    private static ObjectNode place(ObjectNode data, List<Object> path) {
        return inside(data, path.subList(0, path.size() - 1));
    }

    private static ObjectNode inside(ObjectNode data, List<Object> path) {
        ObjectNode place = data;
        for (Object key : path) {
            place = place.withObjectProperty((String) key);
        }
        return place;
    }
}
