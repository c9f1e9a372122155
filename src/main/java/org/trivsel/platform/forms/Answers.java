package org.trivsel.platform.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What was answered in a form, or in one row of a list in it. Reads only validated answers: a missing one is empty,
 * false or null, never an error.
 */
public record Answers(JsonNode node) {

    /** Both countries keep the same time; form-js sends the offset, so this only matters for input without one. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    public static Answers none() {
        return new Answers(JsonNodeFactory.instance.objectNode());
    }

    public boolean has(String key) {
        JsonNode value = node.path(key);
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.asText().isBlank())
                && !(value.isArray() && value.isEmpty());
    }

    public String text(String key) {
        return node.path(key).isNull() ? "" : node.path(key).asText("");
    }

    public @Nullable String textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    public boolean is(String key, String value) {
        return text(key).equals(value);
    }

    public boolean flag(String key) {
        return node.path(key).asBoolean(false);
    }

    public int number(String key) {
        return node.path(key).asInt(0);
    }

    public @Nullable Integer numberOrNull(String key) {
        return has(key) ? node.path(key).asInt() : null;
    }

    public @Nullable LocalDate dateOrNull(String key) {
        if (!has(key)) {
            return null;
        }
        String text = text(key);
        return text.length() == 10 ? LocalDate.parse(text) : LocalDate.ofInstant(parse(text), ZONE);
    }

    public LocalDate date(String key) {
        LocalDate date = dateOrNull(key);
        if (date == null) {
            throw new IllegalArgumentException("no date in " + key);
        }
        return date;
    }

    public @Nullable Instant instantOrNull(String key) {
        if (!has(key)) {
            return null;
        }
        String text = text(key);
        return text.length() == 10 ? LocalDate.parse(text).atStartOfDay(ZONE).toInstant() : parse(text);
    }

    public Instant instant(String key) {
        Instant instant = instantOrNull(key);
        if (instant == null) {
            throw new IllegalArgumentException("no time in " + key);
        }
        return instant;
    }

    /** The rows of a list; none when the list is missing. */
    public List<Answers> rows(String key) {
        return StreamSupport.stream(node.path(key).spliterator(), false)
                .map(Answers::new)
                .toList();
    }

    /** The chosen values of a tag list or checklist. */
    public List<String> values(String key) {
        List<String> values = new ArrayList<>();
        node.path(key).forEach(value -> values.add(value.asText()));
        return values;
    }

    public Answers group(String key) {
        return new Answers(node.path(key));
    }

    private static Instant parse(String text) {
        String tail = text.substring(text.indexOf('T'));
        boolean hasOffset = tail.endsWith("Z") || tail.contains("+") || tail.contains("-");
        return hasOffset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(ZONE).toInstant();
    }
}
