package org.trivsel.practice.mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.mapping.Statements.Goal;
import org.trivsel.practice.mapping.Statements.Statement;

/** Danger statements and goals (F10), prefilled with the caseworker's first draft or with what was written last. */
@Component
class DangerStatementsForm extends ContributionTo {

    private final Statements statements;
    private final Journal journal;

    DangerStatementsForm(Statements statements, Journal journal) {
        super("write-danger-statements");
        this.statements = statements;
        this.journal = journal;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        var latest = journal.latest(context.requireCase(), context.formId());
        if (latest.isPresent()) {
            data.setAll((ObjectNode) latest.get().data());
            return;
        }
        journal.latest(context.requireCase(), "hold-commissioner-meeting").ifPresent(draft -> {
            ArrayNode rows = data.putArray("statements");
            draft.answers().rows("authorityConcerns").forEach(concern -> rows.addObject()
                    .put("danger", concern.text("text")));
            ArrayNode goals = data.putArray("goals");
            draft.answers().rows("draftGoals").forEach(goal -> goals.addObject()
                    .put("forStatement", 1)
                    .put("type", "SAFETY")
                    .put("goal", goal.text("text")));
        });
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        int count = form.rows("statements").size();
        problems.addIf(count == 0, "statements", "required");
        problems.addIf(count > 5, "statements", "too-many-statements", 5);
        List<Answers> goals = form.rows("goals");
        for (int i = 0; i < goals.size(); i++) {
            problems.addIf(
                    goals.get(i).number("forStatement") > count,
                    "goals[" + i + "].forStatement",
                    "no-such-statement",
                    count);
        }
        for (int i = 1; i <= count; i++) {
            int number = i;
            problems.addIf(
                    goals.stream().noneMatch(goal -> goal.number("forStatement") == number),
                    "goals",
                    "statement-without-goal",
                    "D" + number);
            problems.addIf(
                    form.rows("statements").get(i - 1).rows("whoWorried").isEmpty(),
                    "statements[" + (i - 1) + "].whoWorried",
                    "required");
        }
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        List<Statement> written = new ArrayList<>();
        for (Answers row : form.rows("statements")) {
            written.add(new Statement(
                    "D" + (written.size() + 1),
                    row.rows("whoWorried").stream()
                            .map(worried -> worried.text("text"))
                            .collect(Collectors.joining(", ")),
                    row.textOrNull("harm"),
                    row.text("danger"),
                    row.text("impactOnChild"),
                    row.values("child"),
                    row.textOrNull("requirement"),
                    row.textOrNull("scale0"),
                    row.textOrNull("scale10")));
        }
        List<Goal> goals = new ArrayList<>();
        for (Answers row : form.rows("goals")) {
            goals.add(new Goal(
                    "G" + (goals.size() + 1),
                    "D" + row.number("forStatement"),
                    row.text("goal"),
                    row.text("type"),
                    row.text("seenBy"),
                    row.text("duration"),
                    row.textOrNull("familyGoal")));
        }
        statements.write(submission.caseRef(), submission.at(), written, goals);
        return Map.of();
    }
}
