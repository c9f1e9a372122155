package org.trivsel.platform.engine;

/** Something that is to be done at a moment nobody is there for: say what falls due, send a mail. The engine keeps the moment. */
public interface WakeUp {

    /** Under which name the engine keeps its moments; stable, because it stands in the database. */
    String type();

    /** Does everything that is due by now. May be called too often, and by two nodes at once. */
    void wake();
}
