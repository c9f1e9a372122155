package org.trivsel.platform.deadline;

/** A date was agreed for a rule or a meeting, or is agreed no longer. Published in the transaction that did it. */
public record DateAgreed(String caseRef, String what) {}
