package org.trivsel.practice.network;

import org.springframework.stereotype.Service;
import org.trivsel.platform.engine.CaseMessages;

/** Notices that the network is too small: near the end of drafting, and when a member leaves (E4). */
@Service
public class NetworkWatch {

    private final NetworkGate gate;
    private final CaseMessages messages;

    NetworkWatch(NetworkGate gate, CaseMessages messages) {
        this.gate = gate;
        this.messages = messages;
    }

    /** Asks for more people, once: while somebody looks for them, nobody is asked again. */
    public void look(String caseRef) {
        if (!gate.missing(caseRef, null).isEmpty() && !messages.runs(caseRef, "network-finding")) {
            messages.tell(caseRef, "NetworkTooSmall");
        }
    }
}
