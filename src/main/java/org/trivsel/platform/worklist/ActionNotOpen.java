package org.trivsel.platform.worklist;

/** The case does not listen for this now, or not to this person. */
public class ActionNotOpen extends RuntimeException {

    protected ActionNotOpen(String message) {
        super(message);
    }
}
