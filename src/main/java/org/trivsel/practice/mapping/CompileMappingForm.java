package org.trivsel.practice.mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;

/** The mapping (F16). Complete only with both sides filled: what we worry about and what works (R001, R028). */
@Component
class CompileMappingForm extends ContributionTo {

    private final Statements statements;
    private final ScaleRatings ratings;
    private final Journal journal;
    private final SafetyCases cases;
    private final People people;

    CompileMappingForm(Statements statements, ScaleRatings ratings, Journal journal, SafetyCases cases, People people) {
        super("compile-mapping");
        this.statements = statements;
        this.ratings = ratings;
        this.journal = journal;
        this.cases = cases;
        this.people = people;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        String caseRef = context.requireCase();
        var latest = journal.latest(caseRef, context.formId());
        if (latest.isPresent()) {
            data.setAll((ObjectNode) latest.get().data());
            return;
        }
        data.put("context", "SAFETY_PLAN_L1").put("layout", "FOUR_COLUMNS");
        ArrayNode dangers = data.putArray("futureDanger");
        statements.statements(caseRef).forEach(one -> dangers.add(one.id()));
        ArrayNode goals = data.putArray("goals");
        statements.goals(caseRef).forEach(one -> goals.add(one.id()));
        ArrayNode harm = data.putArray("pastHarm");
        journal.latest(caseRef, "read-earlier-material")
                .ifPresent(entry -> entry.answers().rows("pastHarm").forEach(row -> harm.addObject()
                        .put("item", row.text("what"))));
        ArrayNode scale = data.putArray("scale");
        ratings.latest(caseRef)
                .forEach((person, rating) ->
                        scale.addObject().put("person", person).put("rating", rating.rating()));
        ObjectNode involvement = data.putObject("involvement");
        for (String who : new String[] {"child", "parents", "privateNetwork", "professionals"}) {
            involvement.put(who, true);
        }
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        if (!form.flag("complete")) {
            return;
        }
        SafetyCase safetyCase = cases.get(submission.caseRef());
        problems.addIf(!form.has("futureDanger"), "futureDanger", "both-sides-needed");
        problems.addIf(!form.has("strengths"), "strengths", "both-sides-needed");
        problems.addIf(!form.has("pastHarm") && !safetyCase.isUnborn(), "pastHarm", "past-harm-needed");
        Set<String> raters =
                form.rows("scale").stream().map(row -> row.text("person")).collect(Collectors.toSet());
        problems.addIf(!raters.contains(safetyCase.caseworker()), "scale", "scale-caseworker");
        problems.addIf(
                people.of(submission.caseRef(), Person.Role.PARENT).stream()
                        .noneMatch(parent -> raters.contains(parent.id())),
                "scale",
                "scale-parent");
        problems.addIf(
                !raters.contains(safetyCase.consultant1()) && !raters.contains(safetyCase.consultant2()),
                "scale",
                "scale-consultant");
    }
}
