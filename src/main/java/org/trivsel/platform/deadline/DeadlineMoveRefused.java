package org.trivsel.platform.deadline;

import java.util.List;

/** A deadline that cannot be moved as somebody asked; the code names the reason (message key {@code deadline.refused.code}). */
public class DeadlineMoveRefused extends RuntimeException {

    private final transient List<Object> values;

    DeadlineMoveRefused(String code, Object... values) {
        super(code);
        this.values = List.of(values);
    }

    public String code() {
        return String.valueOf(getMessage());
    }

    /** What the text names, such as the latest day that is allowed. */
    public List<Object> values() {
        return values;
    }
}
