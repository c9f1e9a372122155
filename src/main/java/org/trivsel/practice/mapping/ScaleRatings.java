package org.trivsel.practice.mapping;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.FormContribution;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.SafetyCases;

/**
 * The safety scale: a whole number from 0 to 10 per person and date, never averaged (R024, C19). Collected from every
 * form that asks for it.
 */
@Repository
public class ScaleRatings implements FormContribution {

    private final JdbcClient jdbc;
    private final SafetyCases cases;
    private final java.time.Clock clock;

    ScaleRatings(JdbcClient jdbc, SafetyCases cases, java.time.Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    /** @param person a person's id or a user name; @param context the form it was said in */
    public record Rating(String person, int rating, LocalDate ratedOn, String context, @Nullable String goal) {}

    /** In the order they were given. */
    public List<Rating> of(String caseRef) {
        return jdbc.sql("select * from scale_rating where case_ref = ? order by rated_on, id")
                .param(caseRef)
                .query((row, number) -> new Rating(
                        row.getString("person"),
                        row.getInt("rating"),
                        Columns.date(row, "rated_on"),
                        row.getString("context"),
                        row.getString("goal")))
                .list();
    }

    /** Each person's last rating. */
    public Map<String, Rating> latest(String caseRef) {
        Map<String, Rating> latest = new LinkedHashMap<>();
        of(caseRef).forEach(rating -> latest.put(rating.person(), rating));
        return latest;
    }

    @Override
    public boolean appliesTo(String formId) {
        return !formId.equals("refer-case") && !formId.equals("register-advice-enquiry");
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        for (Answers row : form.rows("scale")) {
            save(submission, row.text("person"), row.numberOrNull("rating"), row.textOrNull("goal"), entryId);
        }
        if (submission.caseRef().isEmpty()) {
            return Map.of();
        }
        String caseworker = cases.get(submission.caseRef()).caseworker();
        save(submission, caseworker, form.numberOrNull("draftScale"), null, entryId);
        save(submission, submission.author().username(), form.numberOrNull("consultantScale"), null, entryId);
        save(submission, caseworker, form.numberOrNull("authorityView"), null, entryId);
        save(submission, caseworker, form.numberOrNull("caseworkerScale"), null, entryId);
        Integer path = form.group("safeHouse").numberOrNull("pathScale");
        Integer own = path == null ? form.numberOrNull("childScale") : path;
        form.values("child").forEach(child -> save(submission, child, own, null, entryId));
        return Map.of();
    }

    private void save(
            Submission submission, String person, @Nullable Integer rating, @Nullable String goal, long entryId) {
        if (rating == null) {
            return;
        }
        Answers form = submission.answers();
        LocalDate day = form.has("meetingAt")
                ? form.date("meetingAt")
                : form.has("at") ? form.date("at") : LocalDate.ofInstant(submission.at(), clock.getZone());
        jdbc.sql("insert into scale_rating (case_ref, person, rating, rated_on, context, goal, entry_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(submission.caseRef(), person, rating, day, submission.formId(), goal, entryId)
                .update();
    }
}
