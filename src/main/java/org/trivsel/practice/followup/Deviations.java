package org.trivsel.practice.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.deadline.DeadlineDates;
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
    private static final int MINOR_TO_SERIOUS = 3;
    private static final Duration WITHIN = Duration.ofDays(30);
    private static final Duration EXTRA_VISIT = Duration.ofDays(7);

    private final DeadlineDates dates;
    private final Clock clock;

    Deviations(JdbcClient jdbc, DeadlineDates dates, Clock clock) {
        super("report-deviation", "close-deviation", "reassess-after-deviation");
        this.dates = dates;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** @param severity EVIDENCE, MINOR, SERIOUS or ACUTE; @param rules numbers of rules, separated by commas */
    public record Deviation(
            int no,
            String severity,
            Instant at,
            @Nullable Instant closedAt,
            List<String> rules,
            @Nullable String author) {}

    public List<Deviation> of(String caseRef) {
        return jdbc.sql("select * from deviation where case_ref = ? order by no")
                .param(caseRef)
                .query((row, number) -> new Deviation(
                        row.getInt("no"),
                        row.getString("severity"),
                        Columns.instant(row, "at"),
                        Columns.instantOrNull(row, "closed_at"),
                        rules(row.getString("rules")),
                        row.getString("author")))
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
            problems.addIf(isReportedAlready(submission), "at", "already-reported");
        }
    }

    /** The same person sends the same again: one deviation, not two. */
    private boolean isReportedAlready(Submission submission) {
        Answers form = submission.answers();
        return of(submission.caseRef()).stream()
                .anyMatch(one -> one.at().equals(form.instant("at"))
                        && submission.author().username().equals(one.author())
                        && one.rules().equals(form.values("ruleRefs")));
    }

    private static List<String> rules(@Nullable String stored) {
        return stored == null || stored.isEmpty() ? List.of() : List.of(stored.split(","));
    }

    /**
     * What follows from a deviation (E2): a plan that worked when it was needed is evidence, and the third minor one on
     * the same rule within thirty days is serious.
     *
     * @return EVIDENCE, MINOR, SERIOUS or ACUTE
     */
    String triage(String caseRef, Answers form) {
        String severity = form.text("severity");
        if (!severity.equals("MINOR")) {
            return severity;
        }
        if (form.is("networkActed", "YES_WORKED_AS_PLANNED") && !form.flag("newConcern")) {
            return "EVIDENCE";
        }
        Instant since = form.instant("at").minus(WITHIN);
        boolean again = form.values("ruleRefs").stream()
                .anyMatch(rule -> of(caseRef).stream()
                                .filter(one -> one.severity().equals("MINOR")
                                        && one.rules().contains(rule)
                                        && one.at().isAfter(since))
                                .count()
                        >= MINOR_TO_SERIOUS - 1);
        return again ? "SERIOUS" : "MINOR";
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        String caseRef = submission.caseRef();
        switch (submission.formId()) {
            case "report-deviation" -> {
                String triage = triage(caseRef, form);
                jdbc.sql("insert into deviation (case_ref, no, severity, at, closed_at, rules, author, entry_id)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(
                                caseRef,
                                of(caseRef).size() + 1,
                                triage,
                                Columns.utc(form.instant("at")),
                                triage.equals("EVIDENCE") ? Columns.utc(submission.at()) : null,
                                String.join(",", form.values("ruleRefs")),
                                submission.author().username(),
                                entryId)
                        .update();
                return Map.of("triage", triage);
            }
            case "reassess-after-deviation" -> {
                if (form.flag("extraVisits")) {
                    dates.agree(caseRef, "T-VISIT", clock.instant().plus(EXTRA_VISIT));
                    dates.start(caseRef, "EXTRA_VISITS", clock.instant());
                }
            }
            default ->
                jdbc.sql("update deviation set closed_at = ? where case_ref = ? and no = ?")
                        .params(
                                Columns.utc(form.instant("closedAt")),
                                caseRef,
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
