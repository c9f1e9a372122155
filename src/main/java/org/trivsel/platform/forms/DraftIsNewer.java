package org.trivsel.platform.forms;

/** What somebody typed was saved meanwhile from another tab or device; nothing was written over. */
public class DraftIsNewer extends RuntimeException {

    private final transient Drafts.Draft saved;

    DraftIsNewer(Drafts.Draft saved) {
        super("the draft was saved elsewhere");
        this.saved = saved;
    }

    public Drafts.Draft saved() {
        return saved;
    }
}
