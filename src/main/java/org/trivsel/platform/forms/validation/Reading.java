package org.trivsel.platform.forms.validation;

import org.jspecify.annotations.Nullable;

/**
 * One answer after form-js has read it: the value it goes on with, and why it would not have kept what was sent.
 *
 * @param value String, BigDecimal, Boolean, List or null, never a JSON type
 */
record Reading(@Nullable Object value, @Nullable Refusal refusal) {

    static Reading of(@Nullable Object value) {
        return new Reading(value, null);
    }

    static Reading refused(@Nullable Object emptyValue, String code) {
        return new Reading(emptyValue, Refusal.of(code));
    }
}
