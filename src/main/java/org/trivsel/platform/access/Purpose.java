package org.trivsel.platform.access;

/** Why a case was opened. */
public enum Purpose {
    CASE_WORK,
    TASK,
    SEARCH,
    PRINT,
    EXPORT,
    EMERGENCY,
    REVIEW
}
