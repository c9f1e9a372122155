package org.trivsel.platform.forms.validation;

import java.util.List;

/** The reason without the place. */
record Refusal(String code, List<Object> args) {

    static Refusal of(String code, Object... args) {
        return new Refusal(code, List.of(args));
    }
}
