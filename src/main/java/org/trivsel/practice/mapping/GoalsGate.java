package org.trivsel.practice.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.FormContribution;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.worklist.TaskGate;
import org.trivsel.practice.casefile.Decisions;

/** G2: a clear safety goal from the authority for every danger statement (R161, F11). */
@Component
class GoalsGate implements TaskGate, FormContribution {

    private static final String MEND = "task:UserTask_WriteDangerStatements";

    private final Statements statements;
    private final Decisions decisions;

    GoalsGate(Statements statements, Decisions decisions) {
        this.statements = statements;
        this.decisions = decisions;
    }

    @Override
    public String key() {
        return "G2";
    }

    @Override
    public boolean applies(Submission submission) {
        return submission.answers().is("decision", "APPROVE");
    }

    @Override
    public List<Missing> missing(String caseRef, @Nullable Submission submission) {
        List<Missing> missing = new ArrayList<>();
        if (statements.statements(caseRef).isEmpty()) {
            missing.add(Missing.of("no-statement", MEND));
        }
        statements.statements(caseRef).stream()
                .filter(one -> statements.goals(caseRef).stream()
                        .noneMatch(goal -> goal.statementId().equals(one.id())))
                .forEach(one -> missing.add(Missing.of("no-goal", MEND, one.id())));
        if (submission == null && !statements.isApproved(caseRef)) {
            missing.add(Missing.of("goals-not-approved", "task:UserTask_ApproveGoals"));
        }
        if (submission != null && !submission.answers().flag("clearGoal")) {
            missing.add(Missing.of("goal-not-clear", null));
        }
        return missing;
    }

    @Override
    public boolean appliesTo(String formId) {
        return formId.equals("approve-goals");
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        String decision = submission.answers().text("decision");
        decisions.record(submission, "GOALS", decision, entryId);
        if (decision.equals("APPROVE")) {
            statements.approve(submission.caseRef(), submission.author().username(), submission.at());
        }
        return Map.of();
    }
}
