package org.trivsel.platform.forms;

/** One choice in a form. The value is an id, the label what this reader may know of it. */
public record Option(String value, String label) {}
