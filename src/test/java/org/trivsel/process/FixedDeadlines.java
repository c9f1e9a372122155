package org.trivsel.process;

import java.time.Instant;
import java.util.Date;

/** Stands in for the bean {@code deadlines}: every date lies far ahead, so that only a test lets a timer fire. */
public final class FixedDeadlines {

    static final Date FAR_AHEAD = Date.from(Instant.parse("2100-01-01T00:00:00Z"));

    public Date due(String key, String caseRef) {
        return FAR_AHEAD;
    }

    public Date escalation(String key, String role, String caseRef) {
        return FAR_AHEAD;
    }

    public Date beforeDue(String key, String period, String caseRef) {
        return FAR_AHEAD;
    }

    public Date start(String key, String caseRef) {
        return FAR_AHEAD;
    }

    public Date agreed(String what, String ref) {
        return FAR_AHEAD;
    }
}
