package org.trivsel.platform.deadline;

/** Whose holidays count for a case. */
public interface CaseCountry {

    /** @return DK or SE */
    String country(String caseRef);
}
