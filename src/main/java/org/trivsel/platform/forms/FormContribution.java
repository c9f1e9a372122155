package org.trivsel.platform.forms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What a room of the method adds to a form. A form without any contribution works all the same: it is checked, stored
 * and shown.
 */
public interface FormContribution {

    boolean appliesTo(String formId);

    /** Writes what the case file already knows into the empty form. */
    default void prefill(FormContext context, ObjectNode data) {}

    /** Rules that need more than one field or more than this form. Field-level rules stand in the form itself. */
    default void check(Submission submission, Problems problems) {}

    /**
     * Takes an accepted submission into the room's own tables.
     *
     * @param entryId the journal entry it became
     * @return decisions and ids the process needs beside the fields the form itself marks as process variables
     */
    default Map<String, Object> accept(Submission submission, long entryId) {
        return Map.of();
    }
}
