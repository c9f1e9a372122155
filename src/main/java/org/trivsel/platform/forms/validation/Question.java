package org.trivsel.platform.forms.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One component at one place of the data: a field in the second row of a list is another question than in the first.
 *
 * @param sent what the submission holds there
 * @param reading what form-js would make of it; without meaning for groups and lists
 */
record Question(
        FormComponent component, ValuePath path, Scope scope, JsonNode sent, Reading reading, List<Question> children) {

    /** Whether the data has a place of its own for it; groups only order what is in them. */
    boolean isPlace() {
        return component.hasAnswer() || component.isList();
    }
}
