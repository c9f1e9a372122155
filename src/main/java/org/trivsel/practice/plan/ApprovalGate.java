package org.trivsel.practice.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.worklist.TaskGate;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.Journal.Entry;

/**
 * G7: the manager approves a plan that is complete, that the caseworker finds safe enough, and whose child was heard;
 * never the person who wrote it.
 */
@Component
class ApprovalGate implements TaskGate {

    private static final Set<String> BEFORE = Set.of("G4", "G5a", "G6");

    private final SafetyPlans plans;
    private final Journal journal;
    private final ObjectProvider<TaskGate> gates;
    private final boolean separationOfDuties;

    ApprovalGate(
            SafetyPlans plans,
            Journal journal,
            ObjectProvider<TaskGate> gates,
            @Value("${trivsel.separation-of-duties}") boolean separationOfDuties) {
        this.plans = plans;
        this.journal = journal;
        this.gates = gates;
        this.separationOfDuties = separationOfDuties;
    }

    @Override
    public String key() {
        return "G7";
    }

    @Override
    public boolean applies(Submission submission) {
        return submission.answers().is("decision", "APPROVE");
    }

    @Override
    public List<Missing> missing(String caseRef, @Nullable Submission submission) {
        List<Missing> missing = new ArrayList<>();
        gates.stream()
                .filter(gate -> BEFORE.contains(gate.key()))
                .forEach(gate -> missing.addAll(gate.missing(caseRef, null)));
        Entry recommendation = journal.latest(caseRef, "recommend-safety-plan").orElse(null);
        if (recommendation == null) {
            missing.add(Missing.of("no-recommendation", "task:UserTask_RecommendSafetyPlan"));
        } else {
            if (!recommendation.answers().flag("safeEnough")) {
                missing.add(Missing.of("not-safe-enough", "task:UserTask_RecommendSafetyPlan"));
            }
            if (!recommendation.answers().has("childView")) {
                missing.add(Missing.of("child-not-heard", "task:UserTask_RecommendSafetyPlan"));
            }
        }
        if (separationOfDuties && submission != null) {
            String author =
                    plans.latest(caseRef).map(SafetyPlans.Version::author).orElse("");
            if (author.equals(submission.author().username())) {
                missing.add(Missing.of("own-plan", null));
            }
        }
        return missing;
    }
}
