package org.trivsel.platform.engine;

import java.util.Set;

/** The words a model may use that only the practice knows: an edition with another word is refused. */
public interface ModelVocabulary {

    /** What may stand in a user task's property `gate`. */
    Set<String> gates();
}
