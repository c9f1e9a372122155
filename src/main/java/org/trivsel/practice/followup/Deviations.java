package org.trivsel.practice.followup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.engine.CaseMessages;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Option;
import org.trivsel.platform.forms.OptionSource;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;

/** Times the plan did not hold (F26). The first answer is to call the network together and improve the plan. */
@Repository
public class Deviations extends ContributionTo implements OptionSource {

    private final JdbcClient jdbc;
    private final CaseMessages messages;

    Deviations(JdbcClient jdbc, CaseMessages messages) {
        super("report-deviation", "close-deviation");
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** @param severity MINOR, SERIOUS or ACUTE */
    public record Deviation(int no, String severity, Instant at, @Nullable Instant closedAt) {}

    public List<Deviation> of(String caseRef) {
        return jdbc.sql("select * from deviation where case_ref = ? order by no")
                .param(caseRef)
                .query((row, number) -> new Deviation(
                        row.getInt("no"),
                        row.getString("severity"),
                        Columns.instant(row, "at"),
                        Columns.instantOrNull(row, "closed_at")))
                .list();
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        if (submission.formId().equals("report-deviation")) {
            problems.addIf(!form.has("ruleRefs") && !form.flag("newConcern"), "ruleRefs", "rule-or-new-concern");
            problems.addIf(
                    form.instant("caseworkerInformedAt").isBefore(form.instant("at")),
                    "caseworkerInformedAt",
                    "before-event");
        }
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        if (submission.formId().equals("report-deviation")) {
            jdbc.sql("insert into deviation (case_ref, no, severity, at, entry_id) values (?, ?, ?, ?, ?)")
                    .params(
                            submission.caseRef(),
                            of(submission.caseRef()).size() + 1,
                            form.text("severity"),
                            Columns.utc(form.instant("at")),
                            entryId)
                    .update();
            if (form.is("severity", "ACUTE")) {
                messages.tell(submission.caseRef(), "AcuteDangerReported");
            }
        } else {
            jdbc.sql("update deviation set closed_at = ? where case_ref = ? and no = ?")
                    .params(
                            Columns.utc(form.instant("closedAt")),
                            submission.caseRef(),
                            Integer.parseInt(form.text("deviation")))
                    .update();
        }
        return Map.of();
    }

    @Override
    public Set<String> keys() {
        return Set.of("openDeviations");
    }

    @Override
    public List<Option> options(String key, FormContext context) {
        return context.caseRef() == null
                ? List.of()
                : of(context.caseRef()).stream()
                        .filter(one -> one.closedAt() == null)
                        .map(one -> new Option(
                                String.valueOf(one.no()),
                                one.no() + " · " + one.at().toString().substring(0, 10)))
                        .toList();
    }
}
