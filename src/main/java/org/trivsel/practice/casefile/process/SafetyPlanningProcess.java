package org.trivsel.practice.casefile.process;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The way out to the process `safety-planning`: business events in, message names and variables kept here. */
@Component
public class SafetyPlanningProcess {

    private final RuntimeService runtime;
    private final IdentityService identity;

    SafetyPlanningProcess(RuntimeService runtime, IdentityService identity) {
        this.runtime = runtime;
        this.identity = identity;
    }

    /** @param entryLevel 1 for a new danger, 2 when the plan needs repair */
    public void caseReopened(String caseRef, String reopenedBy, String track, String mode, int entryLevel) {
        identity.setAuthentication(reopenedBy, java.util.List.of());
        try {
            runtime.createMessageCorrelation("CaseReopened")
                    .processInstanceBusinessKey(caseRef)
                    .setVariable("caseRef", caseRef)
                    .setVariable("track", track)
                    .setVariable("mode", mode)
                    .setVariable("entryLevel", entryLevel)
                    .correlateStartMessage();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** @param decisions what the referral decided: track and mode, never a name or text */
    public void caseReferred(String caseRef, String referredBy, Map<String, Object> decisions) {
        identity.setAuthentication(referredBy, java.util.List.of());
        try {
            runtime.createProcessInstanceByKey("safety-planning")
                    .businessKey(caseRef)
                    .setVariables(decisions)
                    .setVariable("caseRef", caseRef)
                    .setVariable("entryLevel", 1)
                    .execute();
        } finally {
            identity.clearAuthentication();
        }
    }
}
