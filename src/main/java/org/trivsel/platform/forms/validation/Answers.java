package org.trivsel.platform.forms.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nested maps and lists, written and read by path. */
final class Answers {

    private Answers() {}

    static void put(Map<String, Object> answers, ValuePath path, @Nullable Object value) {
        List<Object> segments = path.segments();
        Object last = segments.get(segments.size() - 1);
        if (parentOf(answers, segments) instanceof Map<?, ?> parent && last instanceof String key) {
            asAnswers(parent).put(key, value);
        }
    }

    /** Removes what is not asked, and the groups that become empty by it, but never a row. */
    static void remove(Map<String, Object> answers, ValuePath path) {
        List<Object> segments = path.segments();
        for (int size = segments.size(); size > 0; size--) {
            Object parent = parentOf(answers, segments.subList(0, size));
            if (!(parent instanceof Map<?, ?> map) || !(segments.get(size - 1) instanceof String key)) {
                return;
            }
            map.remove(key);
            if (!map.isEmpty()) {
                return;
            }
        }
    }

    static Map<String, Object> copy(Map<String, Object> answers) {
        Map<String, Object> copy = new LinkedHashMap<>();
        answers.forEach((key, value) -> copy.put(key, copyOf(value)));
        return copy;
    }

    private static @Nullable Object copyOf(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(asAnswers(map));
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(one -> copy.add(copyOf(one)));
            return copy;
        }
        return value;
    }

    private static @Nullable Object parentOf(Map<String, Object> answers, List<Object> segments) {
        Object place = answers;
        for (Object segment : segments.subList(0, segments.size() - 1)) {
            if (place instanceof List<?> rows && segment instanceof Integer row) {
                place = rows.get(row);
            } else if (place instanceof Map<?, ?> map && segment instanceof String key) {
                place = asAnswers(map).computeIfAbsent(key, missing -> new LinkedHashMap<String, Object>());
            } else {
                return null;
            }
        }
        return place;
    }

    @SuppressWarnings("unchecked") // only put() fills these maps
    private static Map<String, Object> asAnswers(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
