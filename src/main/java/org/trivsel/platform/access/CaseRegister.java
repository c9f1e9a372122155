package org.trivsel.platform.access;

import java.util.List;

/** What access must know of cases that it does not own. */
public interface CaseRegister {

    boolean exists(String caseRef);

    /** The cases a person of the family or network belongs to, by any part of the name. */
    List<String> casesAbout(String name);
}
