package org.trivsel.practice.followup.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trivsel.practice.followup.ObservationGaps;

/** "Note visit gap": 37 days without a visit (T-VISIT). */
@Component
public class NoteVisitGapDelegate implements JavaDelegate {

    private final ObservationGaps gaps;

    NoteVisitGapDelegate(ObservationGaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        gaps.note((String) execution.getVariable("caseRef"), ObservationGaps.Kind.VISIT);
    }
}
