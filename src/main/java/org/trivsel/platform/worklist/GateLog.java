package org.trivsel.platform.worklist;

/** Remembers when a case went through a gate. The practice owns it. */
public interface GateLog {

    void passed(String caseRef, String gate);
}
