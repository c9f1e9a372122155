package org.trivsel.practice.followup;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.trivsel.platform.data.Columns;

/** Visits and drills that were made. Staff only: no family-facing page or print shows them (R186). */
@Repository
public class ControlVisits {

    /** In which a visit is reported. Its entries are in the journal of the staff and on no paper. */
    public static final String FORM = "make-control-visit";

    private final JdbcClient jdbc;

    ControlVisits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param type such as UNANNOUNCED_VISIT or DRILL_ACTIVATION */
    public record Visit(String type, Instant at, boolean deviation) {}

    /** Oldest first. */
    public List<Visit> of(String caseRef) {
        return jdbc.sql("select type, at, deviation from control_visit where case_ref = ? order by at, id")
                .param(caseRef)
                .query((row, number) ->
                        new Visit(row.getString("type"), Columns.instant(row, "at"), row.getBoolean("deviation")))
                .list();
    }
}
