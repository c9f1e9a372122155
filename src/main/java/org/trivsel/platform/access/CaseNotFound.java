package org.trivsel.platform.access;

/** The case does not exist, or the reader may not learn that it does: both answer alike. */
public class CaseNotFound extends RuntimeException {

    public CaseNotFound(String caseRef) {
        super("no case " + caseRef);
    }
}
