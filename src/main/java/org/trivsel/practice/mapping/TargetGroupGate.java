package org.trivsel.practice.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.worklist.TaskGate;
import org.trivsel.practice.casefile.Journal;

/** G0: in the target group. The decision table decides in the process; here it only says what it waits for. */
@Component
class TargetGroupGate implements TaskGate {

    private final Journal journal;

    TargetGroupGate(Journal journal) {
        this.journal = journal;
    }

    @Override
    public String key() {
        return "G0";
    }

    @Override
    public List<Missing> missing(String caseRef, @Nullable Submission submission) {
        String code =
                journal.latest(caseRef, "assess-target-group").isEmpty() ? "target-group-open" : "not-in-target-group";
        return List.of(Missing.of(code, "task:UserTask_AssessTargetGroup"));
    }
}
