package org.trivsel.practice.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.Decisions;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.mapping.Statements;
import org.trivsel.practice.plan.SafetyPlans.Status;

/** Submitting, recommending and deciding the plan (F21, F22), and what happens when the draft takes too long. */
@Component
class PlanForms extends ContributionTo {

    private static final Period LONGEST_EXTENSION = Period.ofDays(7);

    private final SafetyPlans plans;
    private final Statements statements;
    private final People people;
    private final Journal journal;
    private final Decisions decisions;
    private final DeadlineDates dates;
    private final org.trivsel.platform.deadline.Deadlines deadlines;
    private final java.time.Clock clock;

    PlanForms(
            SafetyPlans plans,
            Statements statements,
            People people,
            Journal journal,
            Decisions decisions,
            DeadlineDates dates,
            org.trivsel.platform.deadline.Deadlines deadlines,
            java.time.Clock clock) {
        super(
                "submit-safety-plan",
                "recommend-safety-plan",
                "approve-safety-plan",
                "decide-overdue-plan",
                "decide-return-home");
        this.plans = plans;
        this.statements = statements;
        this.people = people;
        this.journal = journal;
        this.decisions = decisions;
        this.dates = dates;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        if (!context.formId().equals("submit-safety-plan")) {
            return;
        }
        String caseRef = context.requireCase();
        var latest = plans.latest(caseRef);
        if (latest.isPresent()) {
            data.setAll((ObjectNode) latest.get().content().node());
            return;
        }
        data.put("planType", "SAFETY");
        ArrayNode contacts = data.putArray("contacts");
        people.of(caseRef, Person.Role.NETWORK).stream()
                .filter(person -> person.phone() != null)
                .forEach(person -> contacts.addObject()
                        .put("person", person.id())
                        .put("role", person.relation())
                        .put("phone", person.phone()));
        ArrayNode rules = data.putArray("rules");
        for (Statements.Statement statement : statements.statements(caseRef)) {
            alternatives(caseRef, statement.id()).forEach(alternative -> rules.addObject()
                    .put("no", rules.size())
                    .put("rule", alternative)
                    .putArray("coversStatement")
                    .add(statement.id()));
        }
        ArrayNode readiness = data.putArray("readiness");
        people.of(caseRef, Person.Role.PARENT)
                .forEach(parent -> readiness.addObject().put("person", parent.id()));
    }

    /** What the family said could be done instead (F19) is the first draft of the rules. */
    private List<String> alternatives(String caseRef, String statement) {
        return journal.of(caseRef, "hold-in-depth-talk").stream()
                .filter(entry -> entry.answers().is("dangerTheme", statement))
                .findFirst()
                .map(entry -> entry.answers().rows("alternatives").stream()
                        .map(row -> row.text("text"))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        if (submission.formId().equals("submit-safety-plan")) {
            Set<Integer> numbers = new HashSet<>();
            form.rows("rules").forEach(rule -> numbers.add(rule.number("no")));
            problems.addIf(numbers.size() < form.rows("rules").size(), "rules", "number-twice");
        }
        if (submission.formId().equals("decide-overdue-plan") && form.has("newDueDate")) {
            var latest = deadlines
                    .dueAt("T-PLAN", submission.caseRef())
                    .atZone(clock.getZone())
                    .toLocalDate()
                    .plus(LONGEST_EXTENSION);
            problems.addIf(form.date("newDueDate").isAfter(latest), "newDueDate", "extension-too-long", latest);
        }
        if (submission.formId().equals("decide-return-home")) {
            problems.addIf(
                    form.date("returnPeriodUntil")
                            .isAfter(form.date("decidedOn").plusMonths(6)),
                    "returnPeriodUntil",
                    "return-within-six-months");
        }
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        String author = submission.author().username();
        switch (submission.formId()) {
            case "submit-safety-plan" -> plans.add(caseRef, Status.SUBMITTED, form.node(), author, submission.at());
            case "recommend-safety-plan" -> {
                decisions.record(submission, "PLAN_RECOMMENDATION", form.text("recommendation"), entryId);
                if (form.is("recommendation", "RETURN")) {
                    plans.decide(caseRef, Status.RETURNED, author, submission.at());
                }
            }
            case "approve-safety-plan" -> {
                decisions.record(submission, "PLAN", form.text("decision"), entryId);
                plans.decide(caseRef, status(form.text("decision")), author, submission.at());
                if (form.is("decision", "APPROVE")) {
                    dates.start(caseRef, "PLAN_APPROVED", submission.at());
                }
            }
            case "decide-overdue-plan" -> {
                decisions.record(submission, "OVERDUE_PLAN", form.text("decision"), entryId);
                if (form.is("decision", "EXTEND")) {
                    dates.agree(caseRef, "T-PLAN", form.instant("newDueDate"));
                }
            }
            default -> {
                decisions.record(submission, "RETURN_HOME", "GRANT", entryId);
                dates.start(caseRef, "RETURN_DECISION", form.instant("decidedOn"));
            }
        }
        return Map.of();
    }

    static Status status(String decision) {
        return switch (decision) {
            case "APPROVE" -> Status.APPROVED;
            case "RETURN" -> Status.RETURNED;
            default -> Status.REJECTED;
        };
    }
}
