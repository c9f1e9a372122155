package org.trivsel.platform.engine;

import java.time.Instant;
import java.util.Optional;

/** Something that is to be done at a moment nobody is there for: say what falls due, send a mail. The engine keeps the moment. */
public interface WakeUp {

    /** Under which name the engine keeps its moments; stable, because it stands in the database. */
    String type();

    /** Does everything that is due by now. May be called too often, and by two nodes at once. */
    void wake();

    /** When there will be something to do, after now: asked when everything that is due has been done. */
    Optional<Instant> next();
}
