package org.trivsel.platform.file;

/** A child has said that only its caseworker may see this file of the case; whoever added it has seen it. */
public record KeptSecret(String caseRef, long fileId) {}
