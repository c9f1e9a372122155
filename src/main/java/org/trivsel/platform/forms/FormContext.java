package org.trivsel.platform.forms;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trivsel.platform.identity.User;

/**
 * Where a form is opened.
 *
 * @param caseRef the case, or null for a form that starts one
 * @param taskKey the user task's id in its model, or null for a start form
 * @param element what this one of several alike tasks is about (a person, child, member or statement id)
 */
public record FormContext(
        @Nullable String caseRef,
        String formId,
        @Nullable String taskKey,
        @Nullable String element,
        User user,
        Locale locale) {

    public String requireCase() {
        if (caseRef == null) {
            throw new IllegalStateException(formId + " is not about a case");
        }
        return caseRef;
    }
}
