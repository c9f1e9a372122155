package org.trivsel.practice.events;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trivsel.platform.engine.CaseMessages;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.consent.Consents;

/**
 * Consent taken back, wholly or in part (E1). It counts from the moment it is said; what was declared before stays on
 * record. Compulsory care needs no consent, but no plan holds without the parents' will (C11).
 */
@Component
class WithdrawalForms extends ContributionTo {

    private final Consents consents;
    private final SafetyCases cases;
    private final CaseMessages messages;

    WithdrawalForms(Consents consents, SafetyCases cases, CaseMessages messages) {
        super("register-withdrawal", "assess-safety-without-plan", "limit-consent");
        this.consents = consents;
        this.cases = cases;
        this.messages = messages;
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        if (submission.formId().equals("register-withdrawal")) {
            form.values("persons")
                    .forEach(person -> problems.addIf(
                            !stands(submission.caseRef(), person, form.instant("at")),
                            "persons",
                            "no-consent-to-withdraw",
                            person));
        }
        if (submission.formId().equals("limit-consent")) {
            problems.addIf(
                    !stands(submission.caseRef(), form.text("person"), form.instant("at")),
                    "person",
                    "no-consent-to-withdraw",
                    form.text("person"));
        }
    }

    private boolean stands(String caseRef, String person, Instant at) {
        return consents.latest(caseRef, person)
                .filter(consent -> consent.withdrawnAt() == null)
                .isPresent();
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        switch (submission.formId()) {
            case "register-withdrawal" -> {
                form.values("persons").forEach(person -> consents.withdraw(caseRef, person, form.instant("at")));
                cases.consented(caseRef, false);
            }
            case "assess-safety-without-plan" -> {
                if (form.is("safety", "ACUTE")) {
                    messages.tell(caseRef, "AcuteDangerReported");
                }
            }
            default ->
                consents.limit(
                        caseRef,
                        form.text("person"),
                        form.is("item", "FILES"),
                        form.is("item", "CHILD_TALK"),
                        submission.at());
        }
        return Map.of();
    }
}
