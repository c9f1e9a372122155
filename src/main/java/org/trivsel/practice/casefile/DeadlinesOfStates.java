package org.trivsel.practice.casefile;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.deadline.DeadlineKeeper;

/** A state of the case can end a clock of the deadlines table, and the end of the case ends all of them. */
@Component
class DeadlinesOfStates {

    private final DeadlineKeeper deadlines;

    private final DeadlineDates dates;
    private final Clock clock;

    DeadlinesOfStates(DeadlineKeeper deadlines, DeadlineDates dates, Clock clock) {
        this.deadlines = deadlines;
        this.dates = dates;
        this.clock = clock;
    }

    @EventListener
    void entered(CaseStateEntered entered) {
        if (SafetyCases.ENDS.contains(entered.state())) {
            deadlines.caseEnded(entered.caseRef());
            dates.startOnce(entered.caseRef(), "CLOSED", clock.instant());
        } else {
            deadlines.happened(entered.caseRef(), entered.state());
        }
    }
}
