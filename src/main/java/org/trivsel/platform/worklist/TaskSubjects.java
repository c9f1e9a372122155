package org.trivsel.platform.worklist;

import java.util.Optional;

/** What a task is about where that is no person: the words of an agreement instead of its number. */
public interface TaskSubjects {

    /** @param element what the models know the subject by */
    Optional<String> subject(String caseRef, String element);
}
