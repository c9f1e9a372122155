package org.trivsel.practice.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.identity.Role;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;

/** The target group (F05, G0): hands the decision table its facts and gives the case its pair of consultants. */
@Component
class TargetGroupForm extends ContributionTo {

    private final SafetyCases cases;

    TargetGroupForm(SafetyCases cases) {
        super("assess-target-group");
        this.cases = cases;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        if (context.user().has(Role.CONSULTANT)) {
            data.put("consultant1", context.user().username());
        }
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        SafetyCase safetyCase = cases.get(submission.caseRef());
        boolean unbornDoubt = safetyCase.isUnborn() && form.has("unbornDoubt");
        problems.addIf(!unbornDoubt && !form.has("riskTypes"), "riskTypes", "risk-type-needed");
        problems.addIf(
                safetyCase.isUnborn() && !form.has("unbornDoubt") && !form.has("riskTypes"), "unbornDoubt", "required");
        problems.addIf(
                form.has("consultant2") && form.is("consultant2", form.text("consultant1")),
                "consultant2",
                "consultant-same");
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        cases.assignConsultants(submission.caseRef(), form.text("consultant1"), form.textOrNull("consultant2"));
        List<String> risks = form.values("riskTypes");
        long repeated = form.rows("neglect").stream()
                .filter(row -> row.flag("repeated"))
                .count();
        return Map.of(
                "unbornDoubtGiven", form.has("unbornDoubt"),
                "greatSafetyRisk", risks.contains("GREAT_SAFETY_RISK"),
                "dangerToSelf", risks.contains("DANGER_TO_SELF"),
                "healthImminent", risks.contains("HEALTH_IMMINENT"),
                "violenceSexual", risks.contains("VIOLENCE_SEXUAL"),
                "grossNeglect", risks.contains("GROSS_NEGLECT"),
                "repeatedCount", (int) repeated);
    }
}
