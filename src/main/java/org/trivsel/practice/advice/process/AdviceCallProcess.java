package org.trivsel.practice.advice.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The way out to the process `advice-call`. */
@Component
public class AdviceCallProcess {

    private final RuntimeService runtime;

    AdviceCallProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** @param decisions what came of the call, as a code */
    public void adviceAsked(String adviceRef, Map<String, Object> decisions) {
        runtime.createProcessInstanceByKey("advice-call")
                .businessKey(adviceRef)
                .setVariables(decisions)
                .setVariable("adviceRef", adviceRef)
                .execute();
    }
}
