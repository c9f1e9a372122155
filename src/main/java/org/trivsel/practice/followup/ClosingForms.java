package org.trivsel.practice.followup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.deadline.Deadlines;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.Decisions;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.mapping.ScaleRatings;
import org.trivsel.practice.mapping.Statements;
import org.trivsel.practice.network.NetworkMembers;
import org.trivsel.practice.plan.SafetyPlans;

/** From "ready to close?" to the closed case: F32, F33, F34, F35. */
@Component
class ClosingForms extends ContributionTo {

    private final SafetyCases cases;
    private final People people;
    private final Statements statements;
    private final ScaleRatings ratings;
    private final NetworkMembers members;
    private final SafetyPlans plans;
    private final Decisions decisions;
    private final DeadlineDates dates;
    private final Deadlines deadlines;
    private final Clock clock;

    ClosingForms(
            SafetyCases cases,
            People people,
            Statements statements,
            ScaleRatings ratings,
            NetworkMembers members,
            SafetyPlans plans,
            Decisions decisions,
            DeadlineDates dates,
            Deadlines deadlines,
            Clock clock) {
        super(
                "assess-readiness",
                "decide-readiness",
                "decide-prolongation",
                "hand-over-to-network",
                "write-final-statement",
                "write-investigation-statement",
                "close-case");
        this.cases = cases;
        this.people = people;
        this.statements = statements;
        this.ratings = ratings;
        this.members = members;
        this.plans = plans;
        this.decisions = decisions;
        this.dates = dates;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        String caseRef = context.requireCase();
        switch (context.formId()) {
            case "assess-readiness" -> {
                ArrayNode goals = data.putArray("goalsMet");
                statements.goals(caseRef).forEach(goal -> goals.addObject().put("goal", goal.id()));
                ArrayNode network = data.putArray("networkWilling");
                members.of(caseRef).stream()
                        .filter(NetworkMembers.Member::isCountable)
                        .forEach(member -> network.addObject().put("person", member.person()));
                ArrayNode scale = data.putArray("scale");
                ratings.latest(caseRef)
                        .forEach((person, rating) ->
                                scale.addObject().put("person", person).put("rating", rating.rating()));
            }
            case "write-final-statement", "write-investigation-statement" -> {
                ArrayNode goals = data.putArray("goals");
                statements.goals(caseRef).forEach(goal -> goals.addObject().put("goal", goal.id()));
                data.put("signedBy", cases.get(caseRef).consultant1());
            }
            case "close-case" -> {
                ArrayNode outcomes = data.putArray("outcomes");
                people.of(caseRef, Person.Role.CHILD).stream()
                        .filter(child -> child.outcome() == null)
                        .forEach(child -> outcomes.addObject().put("child", child.id()));
            }
            default -> {}
        }
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        if (submission.formId().equals("hand-over-to-network")) {
            ClosingGate.unanswered(form).forEach(number -> problems.add("mitigations", "worry-unanswered", number));
            List<Integer> numbers = Stream.concat(
                            form.rows("familyWorries").stream(), form.rows("professionalWorries").stream())
                    .map(worry -> worry.number("no"))
                    .toList();
            problems.addIf(new HashSet<>(numbers).size() < numbers.size(), "familyWorries", "number-twice");
            List<String> takers = form.values("handoverTo");
            String coordinator = plans.inForce(submission.caseRef())
                    .map(plan -> plan.content().text("coordinator"))
                    .orElse("");
            problems.addIf(takers.size() < 2 && !takers.contains(coordinator), "handoverTo", "coordinator-or-two");
            problems.addIf(!form.has("professionalWorries"), "professionalWorries", "required");
            Set<String> asked = form.rows("allSecure").stream()
                    .map(row -> row.text("person"))
                    .collect(Collectors.toSet());
            people.of(submission.caseRef(), Person.Role.PARENT).stream()
                    .filter(parent -> !asked.contains(parent.id()))
                    .forEach(parent -> problems.add("allSecure", "parent-missing", parent.id()));
        }
        Instant prolongUntil = form.instantOrNull("prolongUntil");
        problems.addIf(prolongUntil != null && !prolongUntil.isAfter(clock.instant()), "prolongUntil", "in-past");
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        switch (submission.formId()) {
            case "decide-readiness", "decide-prolongation" -> {
                String kind = submission.formId().equals("decide-readiness") ? "READINESS" : "PROLONGATION";
                decisions.record(submission, kind, form.text("decision"), entryId);
                Instant until = form.instantOrNull("prolongUntil");
                if (until != null) {
                    dates.agree(caseRef, "PROLONGED_UNTIL", until);
                }
                boolean beyond = until != null && until.isAfter(deadlines.dueAt("T-OBSMAX", caseRef));
                return Map.of("beyondMaximum", beyond);
            }
            case "assess-readiness" ->
                form.rows("networkWilling")
                        .forEach(row -> members.willing(caseRef, row.text("person"), row.text("answer")));
            case "close-case" -> {
                form.rows("outcomes").forEach(row -> people.outcome(caseRef, row.text("child"), row.text("outcome")));
                cases.closed(caseRef, form.instant("closedAt"));
                dates.start(caseRef, "CLOSED", form.instant("closedAt"));
                if (form.flag("followUpAfter")) {
                    dates.start(caseRef, "AFTER_CONTACT", form.instant("closedAt"));
                    dates.agree(caseRef, "T-AFTER", form.instant("followUpOn"));
                }
            }
            default -> {}
        }
        return Map.of();
    }
}
