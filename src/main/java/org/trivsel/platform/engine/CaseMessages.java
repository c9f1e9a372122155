package org.trivsel.platform.engine;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells every process of a case that something happened. Who does not listen is not disturbed. */
@Component
public class CaseMessages {

    private final RuntimeService runtime;

    CaseMessages(RuntimeService runtime) {
        this.runtime = runtime;
    }

    public void tell(String caseRef, String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(caseRef)
                .correlateAll();
    }
}
