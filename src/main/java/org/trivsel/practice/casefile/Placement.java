package org.trivsel.practice.casefile;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records that a child was placed, from the form that decided it. */
@Service
public class Placement {

    private final SafetyCases cases;
    private final Journal journal;
    private final Decisions decisions;

    Placement(SafetyCases cases, Journal journal, Decisions decisions) {
        this.cases = cases;
        this.journal = journal;
        this.decisions = decisions;
    }

    @Transactional
    public void record(String caseRef) {
        String status = journal.latest(caseRef, "arrange-placement")
                .map(entry -> entry.answers().text("placementStatus"))
                .orElseGet(() -> decisions
                        .latest(caseRef, "AFTER_NO_PLAN")
                        .filter("PLACEMENT_COMPULSORY"::equals)
                        .map(decided -> "PLACED_COMPULSORY")
                        .orElse("PLACED_VOLUNTARY"));
        cases.placed(caseRef, status);
    }
}
