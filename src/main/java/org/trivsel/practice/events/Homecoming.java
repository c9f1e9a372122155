package org.trivsel.practice.events;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.practice.casefile.Decisions;
import org.trivsel.practice.casefile.SafetyCases;

/** The way back home of a child who was placed while its case was open (E13). */
@Service
public class Homecoming {

    private final SafetyCases cases;
    private final Decisions decisions;

    Homecoming(SafetyCases cases, Decisions decisions) {
        this.cases = cases;
        this.decisions = decisions;
    }

    /** Level 2 once the mapping was complete; a mapping that was interrupted begins again, with all that is known. */
    public int entryLevel(String caseRef) {
        return decisions.gatesPassed(caseRef).containsKey("G3") ? 2 : 1;
    }

    /** @return the track the work follows from now on */
    @Transactional
    public String begin(String caseRef) {
        cases.towardsHome(caseRef);
        return "RETURN_HOME";
    }
}
