package org.trivsel.practice.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.deadline.Deadlines;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.Decisions;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.SafetyCases;

/** Immediate safety: assessment (F03), the acute plan (F04) and its reviews. The acute plan never ends by itself. */
@Service
public class AcutePlan extends ContributionTo {

    private final SafetyCases cases;
    private final Journal journal;
    private final Decisions decisions;
    private final DeadlineDates dates;
    private final Deadlines deadlines;

    AcutePlan(SafetyCases cases, Journal journal, Decisions decisions, DeadlineDates dates, Deadlines deadlines) {
        super("assess-immediate-safety", "agree-acute-plan", "review-acute-plan", "arrange-placement");
        this.cases = cases;
        this.journal = journal;
        this.decisions = decisions;
        this.dates = dates;
        this.deadlines = deadlines;
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        if (context.formId().equals("review-acute-plan")) {
            data.put("decision", "CONTINUE");
            journal.latest(context.requireCase(), "agree-acute-plan")
                    .ifPresent(plan -> data.set("changes", plan.data().path("rules")));
        }
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        switch (submission.formId()) {
            case "agree-acute-plan" -> {
                problems.addIf(!form.has("rules"), "rules", "required");
                problems.addIf(!form.has("adultsWithChild"), "adultsWithChild", "required");
                problems.addIf(!form.has("callIf"), "callIf", "required");
                problems.addIf(
                        form.rows("agreedBy").stream()
                                .noneMatch(row -> row.text("person").matches("P\\d+")),
                        "agreedBy",
                        "parent-needed");
                review(form, submission.at(), problems);
            }
            case "review-acute-plan" -> review(form, submission.at(), problems);
            case "assess-immediate-safety" ->
                problems.addIf(
                        form.instant("assessedAt")
                                .isBefore(dates.started(caseRef, "NOTIFICATION").orElse(Instant.MIN)),
                        "assessedAt",
                        "before-notification");
            default -> {}
        }
    }

    /** Reviewed at the latest seven days on, by the deadlines table. */
    private void review(Answers form, Instant now, Problems problems) {
        Instant reviewAt = form.instantOrNull("reviewAt");
        if (reviewAt != null) {
            Duration longest = deadlines.length("T-ACUTE");
            problems.addIf(
                    reviewAt.isAfter(now.plus(longest).plus(Duration.ofDays(1))),
                    "reviewAt",
                    "review-too-late",
                    longest.toDays());
            problems.addIf(!reviewAt.isAfter(now), "reviewAt", "in-past");
        }
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        switch (submission.formId()) {
            case "assess-immediate-safety" -> {
                decisions.record(submission, "IMMEDIATE_SAFETY", form.text("assessment"), entryId);
                if (form.instant("assessedAt").isAfter(deadlines.dueAt("T-24H", caseRef))) {
                    decisions.record(submission, "T-24H", "LATE", entryId);
                }
            }
            case "agree-acute-plan" -> {
                dates.start(caseRef, "ACUTE_PLAN_START", submission.at());
                reviewOn(caseRef, form.instant("reviewAt"));
                if (form.flag("acuteConsent")) {
                    cases.showNames(caseRef);
                }
            }
            case "review-acute-plan" -> {
                decisions.record(submission, "ACUTE_PLAN", form.text("decision"), entryId);
                if (form.has("reviewAt")) {
                    dates.start(caseRef, "ACUTE_PLAN_START", submission.at());
                    reviewOn(caseRef, form.instant("reviewAt"));
                } else {
                    dates.start(caseRef, "ACUTE_PLAN_END", submission.at());
                }
            }
            default -> decisions.record(submission, "PLACEMENT", form.text("placementStatus"), entryId);
        }
        return Map.of();
    }

    /** The task comes on the day that was agreed, and its clock runs to the same moment. */
    private void reviewOn(String caseRef, Instant at) {
        dates.agree(caseRef, "ACUTE_REVIEW", at);
        dates.agree(caseRef, "T-ACUTE", at);
    }

    /** The 24 hours passed without an assessment: it is flagged, never blocked (T-24H). */
    @Transactional
    public void flagLate(String caseRef) {
        dates.start(caseRef, "T-24H-LATE", deadlines.dueAt("T-24H", caseRef));
    }
}
