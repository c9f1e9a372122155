package org.trivsel.practice.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Option;
import org.trivsel.platform.forms.OptionSource;

/** Versions of the safety plan. A submitted version is never changed; a change is a new version. */
@Repository
public class SafetyPlans implements OptionSource {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    SafetyPlans(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public enum Status {
        SUBMITTED,
        RETURNED,
        REJECTED,
        APPROVED,
        PROPOSED,
        SUPERSEDED
    }

    /** @param author who submitted it, and so never approves it while duties are separated (R048) */
    public record Version(
            int major,
            int minor,
            Status status,
            Answers content,
            String author,
            Instant submittedAt,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable LocalDate validFrom) {

        public String number() {
            return major + "." + minor;
        }
    }

    /** Oldest first. */
    public List<Version> of(String caseRef) {
        return jdbc.sql("select * from plan_version where case_ref = ? order by major, minor")
                .param(caseRef)
                .query(this::read)
                .list();
    }

    public Optional<Version> latest(String caseRef) {
        List<Version> versions = of(caseRef);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** The approved version the family lives by. */
    public Optional<Version> inForce(String caseRef) {
        return of(caseRef).stream()
                .filter(version -> version.status() == Status.APPROVED)
                .reduce((first, second) -> second);
    }

    @Transactional
    Version add(String caseRef, Status status, JsonNode content, String author, Instant at) {
        Optional<Version> latest = latest(caseRef);
        int major = latest.map(Version::major).orElse(1);
        int minor = latest.map(version -> version.minor() + 1).orElse(0);
        Answers answers = new Answers(content);
        LocalDate validFrom = answers.dateOrNull("validFrom");
        jdbc.sql("insert into plan_version (case_ref, major, minor, status, data, author, submitted_at, valid_from)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(caseRef, major, minor, status.name(), content.toString(), author, Columns.utc(at), validFrom)
                .update();
        return new Version(major, minor, status, answers, author, at, null, null, validFrom);
    }

    /** The last plan of an earlier case as the draft to begin with (E10): it is in force only when it is approved anew. */
    @Transactional
    public void copyAsDraft(String from, String to, String author, Instant at) {
        inForce(from)
                .or(() -> latest(from))
                .ifPresent(plan -> add(to, Status.RETURNED, plan.content().node(), author, at));
    }

    /** Decides on the latest version. Approval puts an earlier approved version out of force. */
    @Transactional
    void decide(String caseRef, Status status, String decidedBy, Instant at) {
        Version version = latest(caseRef).orElseThrow();
        if (status == Status.APPROVED) {
            jdbc.sql("update plan_version set status = 'SUPERSEDED' where case_ref = ? and status = 'APPROVED'")
                    .param(caseRef)
                    .update();
        }
        jdbc.sql("update plan_version set status = ?, decided_at = ?, decided_by = ?"
                        + " where case_ref = ? and major = ? and minor = ?")
                .params(status.name(), Columns.utc(at), decidedBy, caseRef, version.major(), version.minor())
                .update();
    }

    @Override
    public Set<String> keys() {
        return Set.of("planRules");
    }

    @Override
    public List<Option> options(String key, FormContext context) {
        if (context.caseRef() == null) {
            return List.of();
        }
        return inForce(context.caseRef())
                .or(() -> latest(context.caseRef()))
                .map(version -> version.content().rows("rules").stream()
                        .map(rule -> new Option(
                                String.valueOf(rule.number("no")), rule.number("no") + " – " + rule.text("rule")))
                        .toList())
                .orElse(List.of());
    }

    private Version read(ResultSet row, int number) throws SQLException {
        try {
            return new Version(
                    row.getInt("major"),
                    row.getInt("minor"),
                    Status.valueOf(row.getString("status")),
                    new Answers(json.readTree(row.getString("data"))),
                    row.getString("author"),
                    Columns.instant(row, "submitted_at"),
                    Columns.instantOrNull(row, "decided_at"),
                    row.getString("decided_by"),
                    Columns.date(row, "valid_from"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
