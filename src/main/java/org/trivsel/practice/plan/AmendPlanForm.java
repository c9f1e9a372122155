package org.trivsel.practice.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.Decisions;
import org.trivsel.practice.mapping.Statements;
import org.trivsel.practice.plan.SafetyPlans.Status;
import org.trivsel.practice.plan.SafetyPlans.Version;

/**
 * A change of the plan in force (F28): a new version. Who must agree follows from what changes: taking a rule away is the
 * manager's, every other change the caseworker's; only a rule added on top needs nobody's leave.
 */
@Component
class AmendPlanForm extends ContributionTo {

    private final SafetyPlans plans;
    private final Statements statements;
    private final Decisions decisions;

    AmendPlanForm(SafetyPlans plans, Statements statements, Decisions decisions) {
        super("amend-safety-plan", "approve-amendment", "approve-removal");
        this.plans = plans;
        this.statements = statements;
        this.decisions = decisions;
    }

    @Override
    public void check(Submission submission, Problems problems) {
        if (!submission.formId().equals("amend-safety-plan")) {
            return;
        }
        Answers form = submission.answers();
        Version inForce = plans.inForce(submission.caseRef()).orElse(null);
        if (inForce == null) {
            problems.add("ruleChanges", "no-plan-in-force");
            return;
        }
        Set<Integer> known = new HashSet<>();
        inForce.content().rows("rules").forEach(rule -> known.add(rule.number("no")));
        List<Answers> changes = form.rows("ruleChanges");
        for (int i = 0; i < changes.size(); i++) {
            boolean adds = changes.get(i).is("kind", "ADD");
            boolean exists = known.contains(changes.get(i).number("no"));
            problems.addIf(adds && exists, "ruleChanges[" + i + "].no", "number-taken");
            problems.addIf(!adds && !exists, "ruleChanges[" + i + "].no", "no-such-rule");
        }
        ObjectNode changed = apply(inForce.content(), changes);
        statements.ids(submission.caseRef()).stream()
                .filter(statement -> new Answers(changed)
                        .rows("rules").stream().noneMatch(rule -> rule.values("coversStatement")
                                .contains(statement)))
                .forEach(statement -> problems.add("ruleChanges", "danger-uncovered", statement));
        boolean stepDown = form.is("origin", "STEP_DOWN");
        for (int i = 0; stepDown && i < form.rows("confident").size(); i++) {
            problems.addIf(
                    !form.rows("confident").get(i).flag("yes"), "confident[" + i + "].yes", "all-must-be-confident");
        }
        problems.addIf(stepDown && !form.has("confident"), "confident", "required");
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        String author = submission.author().username();
        if (!submission.formId().equals("amend-safety-plan")) {
            decisions.record(submission, "AMENDMENT", form.text("decision"), entryId);
            Status status = form.is("decision", "APPROVE") ? Status.APPROVED : Status.RETURNED;
            plans.decide(caseRef, status, author, submission.at());
            return Map.of();
        }
        Version inForce = plans.inForce(caseRef).orElseThrow();
        ObjectNode content = apply(inForce.content(), form.rows("ruleChanges"));
        plans.add(caseRef, Status.PROPOSED, content, author, submission.at());
        String level = approvalLevel(form);
        if (level.equals("NONE")) {
            plans.decide(caseRef, Status.APPROVED, author, submission.at());
        }
        return Map.of("approvalLevel", level);
    }

    static String approvalLevel(Answers form) {
        List<Answers> changes = form.rows("ruleChanges");
        if (changes.stream().anyMatch(change -> change.is("kind", "REMOVE"))) {
            return "MANAGER";
        }
        boolean onlyAdds = !changes.isEmpty() && changes.stream().allMatch(change -> change.is("kind", "ADD"));
        return onlyAdds && !form.flag("material") && !form.is("origin", "STEP_DOWN") ? "NONE" : "CASEWORKER";
    }

    private static ObjectNode apply(Answers plan, List<Answers> changes) {
        ObjectNode content = plan.node().deepCopy();
        ArrayNode rules = content.withArray("rules");
        for (Answers change : changes) {
            int index = -1;
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i).path("no").asInt() == change.number("no")) {
                    index = i;
                }
            }
            ObjectNode rule = change.node().deepCopy();
            rule.remove("kind");
            if (change.is("kind", "REMOVE")) {
                rules.remove(index);
            } else if (index >= 0) {
                ObjectNode merged = rules.get(index).deepCopy();
                rule.properties().forEach(field -> {
                    if (change.has(field.getKey())) {
                        merged.set(field.getKey(), field.getValue());
                    }
                });
                rules.set(index, merged);
            } else {
                rules.add(rule);
            }
        }
        return content;
    }
}
