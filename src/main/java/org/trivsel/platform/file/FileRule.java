package org.trivsel.platform.file;

import org.trivsel.platform.identity.User;

/** What the practice says about who may read the files of a case they may open. */
public interface FileRule {

    boolean mayRead(User reader, String caseRef);

    /** Whether somebody may read what a child wants only its caseworker to know. */
    boolean mayReadSecrets(User reader, String caseRef);
}
