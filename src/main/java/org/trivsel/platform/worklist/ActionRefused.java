package org.trivsel.platform.worklist;

/** What somebody wants to start does not fit the case as it is. */
public class ActionRefused extends ActionNotOpen {

    private final String reason;

    public ActionRefused(String message, String reason) {
        super(message);
        this.reason = reason;
    }

    /** The text's key below `refused.` */
    public String reason() {
        return reason;
    }
}
