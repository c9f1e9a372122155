package org.trivsel.platform.file;

/** Where the bytes of files lie: in the database, until a municipality has more of them than it wants to back up there. */
interface FileContents {

    /** Takes part in the caller's transaction. */
    void keep(long fileId, byte[] content);

    byte[] of(long fileId);

    /** For good: what was added by mistake may not be kept. */
    void drop(long fileId);
}
