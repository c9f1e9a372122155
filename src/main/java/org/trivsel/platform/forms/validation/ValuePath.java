package org.trivsel.platform.forms.validation;

import java.util.ArrayList;
import java.util.List;

/** Where an answer stands in the data: keys, and the numbers of rows counted from 0. */
record ValuePath(List<Object> segments) {

    static final ValuePath ROOT = new ValuePath(List.of());

    /** A key of form-js may be dotted: {@code covers.concerns} is a place inside {@code covers}. */
    ValuePath key(String dotted) {
        List<Object> longer = new ArrayList<>(segments);
        longer.addAll(List.of(dotted.split("\\.", -1)));
        return new ValuePath(longer);
    }

    ValuePath segment(String key) {
        return with(key);
    }

    ValuePath row(int index) {
        return with(index);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Object segment : segments) {
            if (segment instanceof Integer row) {
                text.append('[').append(row).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(segment);
            }
        }
        return text.toString();
    }

    private ValuePath with(Object segment) {
        List<Object> longer = new ArrayList<>(segments);
        longer.add(segment);
        return new ValuePath(longer);
    }
}
