package org.trivsel.platform.forms.validation;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * Why one answer is refused.
 *
 * @param field path of the answer, such as {@code summary} or {@code statements[0].danger}
 * @param code kebab-case; its text has the key {@code error.<code>} in the {@code i18n/validation} bundles
 * @param args what the text's placeholders stand for
 */
@NamedInterface("errors")
public record FieldError(String field, String code, List<Object> args) {

    public FieldError {
        args = List.copyOf(args);
    }

    static FieldError of(ValuePath path, Refusal refusal) {
        return new FieldError(path.text(), refusal.code(), refusal.args());
    }
}
