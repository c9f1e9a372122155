package org.trivsel.platform.forms;

import java.util.ArrayList;
import java.util.List;
import org.trivsel.platform.forms.validation.FieldError;

/** Collects what is wrong with a submission, so that a person sees everything at once. */
public final class Problems {

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String field, String code, Object... args) {
        errors.add(new FieldError(field, code, List.of(args)));
    }

    public void addIf(boolean wrong, String field, String code, Object... args) {
        if (wrong) {
            add(field, code, args);
        }
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }
}
