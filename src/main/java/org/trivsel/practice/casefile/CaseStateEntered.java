package org.trivsel.practice.casefile;

/** The case entered a state of spec 3.5. Published in the transaction that moved it. */
public record CaseStateEntered(String caseRef, String state) {}
