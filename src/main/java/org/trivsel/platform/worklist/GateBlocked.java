package org.trivsel.platform.worklist;

import java.util.List;

/** A gate of the method is not open yet. Nothing was changed. */
public class GateBlocked extends RuntimeException {

    private final transient List<Blocked> blocked;

    private final String caseRef;

    GateBlocked(String caseRef, List<Blocked> blocked) {
        super(blocked.toString());
        this.caseRef = caseRef;
        this.blocked = blocked;
    }

    public String caseRef() {
        return caseRef;
    }

    public List<Blocked> blocked() {
        return blocked;
    }

    public record Blocked(String gate, TaskGate.Missing missing) {}
}
