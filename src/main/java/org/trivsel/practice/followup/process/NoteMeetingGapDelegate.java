package org.trivsel.practice.followup.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.practice.followup.ObservationGaps;

/** "Note meeting gap": six weeks without a network meeting (T-MEET). */
@Component
public class NoteMeetingGapDelegate implements JavaDelegate {

    private final ObservationGaps gaps;

    NoteMeetingGapDelegate(ObservationGaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        gaps.note((String) execution.getVariable("caseRef"), ObservationGaps.Kind.MEETING);
    }
}
