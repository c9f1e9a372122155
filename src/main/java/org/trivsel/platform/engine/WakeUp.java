package org.trivsel.platform.engine;

import java.time.Instant;
import java.util.Optional;

/** Something that is to be done at a moment nobody is there for: say what falls due, send a mail. The engine keeps the moment. */
public interface WakeUp {

    /** Under which name the engine keeps its moments; stable, because it stands in the database. */
    String type();

    /**
     * Does everything that is due by now. May be called too often, and by two nodes at once.
     *
     * @return when there is something to do next; what fell due since the call began is next, not forgotten
     */
    Optional<Instant> wake();
}
