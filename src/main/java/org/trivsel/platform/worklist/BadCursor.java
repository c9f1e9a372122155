package org.trivsel.platform.worklist;

/** The page cursor was not one of ours. */
public class BadCursor extends RuntimeException {}
