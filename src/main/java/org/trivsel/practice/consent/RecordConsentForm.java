package org.trivsel.practice.consent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;

/** One custody holder's consent and willingness (F08). A "no" is recorded like a "yes". */
@Component
class RecordConsentForm extends ContributionTo {

    private final Consents consents;

    RecordConsentForm(Consents consents) {
        super("record-consent");
        this.consents = consents;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        data.put("person", context.element()).put("infoTextVersion", "2026-1");
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        problems.addIf(
                submission.element() != null && !form.is("person", submission.element()), "person", "other-person");
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        consents.record(submission);
        return Map.of();
    }
}
