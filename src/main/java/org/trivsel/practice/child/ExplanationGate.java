package org.trivsel.practice.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.worklist.TaskGate;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.child.WordsAndPictures.Version;

/** G5a: before approval, the explanation covers concerns and goals and was presented to the child and the network. */
@Component
class ExplanationGate implements TaskGate {

    private final WordsAndPictures versions;
    private final SafetyCases cases;

    ExplanationGate(WordsAndPictures versions, SafetyCases cases) {
        this.versions = versions;
        this.cases = cases;
    }

    @Override
    public String key() {
        return "G5a";
    }

    @Override
    public List<Missing> missing(String caseRef, @Nullable Submission submission) {
        Optional<Version> found = versions.version(caseRef, 1);
        if (found.isEmpty()) {
            return List.of(Missing.of("no-words-and-pictures", "task:UserTask_DraftWordsAndPictures"));
        }
        Version first = found.get();
        List<Missing> missing = new ArrayList<>();
        if (!first.coversConcerns() || !first.coversGoals()) {
            missing.add(Missing.of("words-and-pictures-incomplete", "task:UserTask_DraftWordsAndPictures"));
        }
        if (first.approvedAt() == null) {
            missing.add(Missing.of("words-and-pictures-not-approved", "task:UserTask_ApproveWordsAndPictures"));
        }
        // an unborn child gets a letter, read when it can listen (C16)
        if (first.presentedToChild() == null && !cases.get(caseRef).isUnborn()) {
            missing.add(Missing.of("not-presented-to-child", "task:UserTask_PresentWordsAndPicturesToChild"));
        }
        if (first.presentedToNetwork() == null) {
            missing.add(Missing.of("not-presented-to-network", "task:UserTask_PresentWordsAndPicturesToNetwork"));
        }
        return missing;
    }
}
