package org.trivsel.platform.worklist;

import java.util.Map;
import org.trivsel.platform.identity.User;

/** What a reader may call the persons of a case. The practice knows who may know. */
public interface PersonNames {

    /** Ids of persons and staff with their names, or with pseudonyms while names are hidden (C10). */
    Map<String, String> byId(String caseRef, User reader);
}
