package org.trivsel.practice.child;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.worklist.TaskGate;
import org.trivsel.practice.casefile.Journal;

/** G5b: before observation starts, the explanation also covers the plan, and the child was told of it. */
@Component
class CompleteExplanationGate implements TaskGate {

    private final WordsAndPictures versions;
    private final Journal journal;

    CompleteExplanationGate(WordsAndPictures versions, Journal journal) {
        this.versions = versions;
        this.journal = journal;
    }

    @Override
    public String key() {
        return "G5b";
    }

    @Override
    public List<Missing> missing(String caseRef, @Nullable Submission submission) {
        List<Missing> missing = new ArrayList<>();
        boolean covers = versions.version(caseRef, 2)
                .filter(version -> version.coversPlan() && version.coversConcerns() && version.coversGoals())
                .isPresent();
        if (!covers) {
            missing.add(Missing.of("explanation-without-plan", "task:UserTask_CompleteWordsAndPictures"));
        }
        if (journal.latest(caseRef, "present-plan-to-child").isEmpty()) {
            missing.add(Missing.of("plan-not-presented-to-child", "task:UserTask_PresentPlanToChild"));
        }
        return missing;
    }
}
