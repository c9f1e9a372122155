package org.trivsel.practice.advice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;

/** The enquiry and the call back. */
@Component
class AdviceForms extends ContributionTo {

    private final ObjectProvider<AdviceCalls> calls;

    AdviceForms(ObjectProvider<AdviceCalls> calls) {
        super(AdviceCalls.FORM, "call-back-enquirer");
        this.calls = calls;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        if (context.formId().equals(AdviceCalls.FORM)) {
            data.put("enquiryDate", calls.getObject().today().toString());
        }
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        problems.addIf(
                form.has("followUpDate")
                        && form.has("enquiryDate")
                        && !form.date("followUpDate").isAfter(form.date("enquiryDate")),
                "followUpDate",
                "before-event");
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        if (submission.element() != null) {
            calls.getObject()
                    .calledBack(submission.element(), submission.answers().text("result"));
        }
        return Map.of();
    }
}
