package org.trivsel.practice.followup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.Decisions;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.mapping.Statements;

/** The law's follow-up (F31), sparring (F30), and the report that no plan is possible (F36). */
@Component
class StatutoryForms extends ContributionTo {

    private final SafetyCases cases;
    private final Statements statements;
    private final Journal journal;
    private final Decisions decisions;
    private final DeadlineDates dates;

    StatutoryForms(
            SafetyCases cases, Statements statements, Journal journal, Decisions decisions, DeadlineDates dates) {
        super(
                "hold-statutory-follow-up",
                "hold-sparring",
                "decide-on-cooperation",
                "decide-after-no-plan",
                "decide-target-group-override",
                "decide-other-measure");
        this.cases = cases;
        this.statements = statements;
        this.journal = journal;
        this.decisions = decisions;
        this.dates = dates;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        if (!context.formId().equals("hold-statutory-follow-up")) {
            return;
        }
        String caseRef = context.requireCase();
        boolean first = journal.latest(caseRef, context.formId()).isEmpty();
        boolean danish = cases.get(caseRef).country().equals("DK");
        data.put("legalTrigger", danish ? first ? "DK95_FIRST" : "DK95_NEXT" : "LVU13_6M");
        ArrayNode rows = data.putArray("goalsStatus");
        statements.goals(caseRef).forEach(goal -> rows.addObject().put("goal", goal.id() + " – " + goal.goal()));
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        if (submission.formId().equals("hold-statutory-follow-up") && form.has("nextAt")) {
            problems.addIf(!form.instant("nextAt").isAfter(submission.at()), "nextAt", "in-past");
        }
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        switch (submission.formId()) {
            case "hold-statutory-follow-up" -> {
                decisions.record(submission, "STATUTORY_FOLLOW_UP", form.text("adjust"), entryId);
                if (form.is("adjust", "STOP")) {
                    dates.start(caseRef, "MEASURE_STOPS", submission.at()); // no further follow-up is asked for
                }
                if (form.has("nextAt")) {
                    boolean danish = cases.get(caseRef).country().equals("DK");
                    dates.agree(caseRef, danish ? "T-95" : "T-LVU6", form.instant("nextAt"));
                }
            }
            case "hold-sparring" -> dates.start(caseRef, "LAST_SPARRING", form.instant("date"));
            case "decide-on-cooperation" -> decisions.record(submission, "COOPERATION", form.text("decision"), entryId);
            case "decide-after-no-plan" ->
                decisions.record(submission, "AFTER_NO_PLAN", form.text("decision"), entryId);
            case "decide-target-group-override" ->
                decisions.record(submission, "TARGET_GROUP", form.text("decision"), entryId);
            default -> decisions.record(submission, "OTHER_MEASURE", form.text("decision"), entryId);
        }
        return Map.of();
    }
}
