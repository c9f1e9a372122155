package org.trivsel.platform.forms;

import java.util.List;
import org.trivsel.platform.forms.validation.FieldError;

/** The submission was not accepted and nothing was changed. */
public class SubmissionRefused extends RuntimeException {

    private final transient List<FieldError> errors;

    private final String caseRef;

    /** @param caseRef the case, or empty when none is opened yet */
    public SubmissionRefused(String caseRef, List<FieldError> errors) {
        super(errors.toString());
        this.caseRef = caseRef;
        this.errors = errors;
    }

    public String caseRef() {
        return caseRef;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
