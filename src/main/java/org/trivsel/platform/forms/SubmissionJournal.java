package org.trivsel.platform.forms;

/** Where submitted forms are kept for good. The practice owns the journal. */
public interface SubmissionJournal {

    /**
     * @param visibleTo AUTHORITY, PLUS_CONSULTANT or FAMILY_COPY
     * @param edition the deployment whose form was filled in
     * @return the entry's id
     */
    long record(Submission submission, String visibleTo, String edition);
}
