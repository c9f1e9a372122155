package org.trivsel.practice.network;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.Decisions;

/** The manager's leave to go on with three to five members, with a reason and a date to grow by (G4, G8). */
@Repository
public class NetworkOverrides extends ContributionTo {

    private final JdbcClient jdbc;
    private final Decisions decisions;

    NetworkOverrides(JdbcClient jdbc, Decisions decisions) {
        super("decide-network-size");
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    /** The smallest network the manager last allowed; empty when no leave was given. */
    public Optional<Integer> minimum(String caseRef) {
        return jdbc.sql("select minimum from network_override where case_ref = ? order by decided_at desc limit 1")
                .param(caseRef)
                .query(Integer.class)
                .optional();
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        decisions.record(submission, "NETWORK_SIZE", form.text("decision"), entryId);
        if (form.is("decision", "GRANT")) {
            jdbc.sql("insert into network_override (case_ref, decided_at, minimum, grow_by, decided_by)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(
                            submission.caseRef(),
                            Columns.utc(submission.at()),
                            form.number("minimum"),
                            form.dateOrNull("growBy"),
                            submission.author().username())
                    .update();
        }
        return Map.of();
    }
}
