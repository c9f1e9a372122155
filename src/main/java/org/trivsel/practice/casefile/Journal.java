package org.trivsel.practice.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.forms.SubmissionJournal;

/** The journal: every submitted form, for good. It only grows; a correction is a new entry that names the old one. */
@Repository
public class Journal implements SubmissionJournal {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Journal(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param edition the deployment whose form was filled in */
    public record Entry(
            long id,
            String caseRef,
            String formId,
            String edition,
            @Nullable String taskKey,
            @Nullable String element,
            String author,
            Instant at,
            String visibleTo,
            JsonNode data) {

        public Answers answers() {
            return new Answers(data);
        }
    }

    @Override
    @Transactional
    public long record(Submission submission, String visibleTo, String edition) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into journal_entry (case_ref, form_id, edition, task_key, element, author, at, visible_to,"
                        + " data) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        submission.caseRef(),
                        submission.formId(),
                        edition,
                        submission.taskKey(),
                        submission.element(),
                        submission.author().username(),
                        Columns.utc(submission.at()),
                        visibleTo,
                        submission.data().toString())
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    /** Newest first. */
    public List<Entry> of(String caseRef) {
        return jdbc.sql("select * from journal_entry where case_ref = ? order by id desc")
                .param(caseRef)
                .query(this::read)
                .list();
    }

    public List<Entry> of(String caseRef, String formId) {
        return jdbc.sql("select * from journal_entry where case_ref = ? and form_id = ? order by id desc")
                .params(caseRef, formId)
                .query(this::read)
                .list();
    }

    /** What was said last time in a form; nothing when it was never filled in. */
    public Optional<Entry> latest(String caseRef, String formId) {
        return jdbc.sql("select * from journal_entry where case_ref = ? and form_id = ? order by id desc limit 1")
                .params(caseRef, formId)
                .query(this::read)
                .optional();
    }

    /** Takes the content out of entries that may not be kept; that they were made stays. */
    @Transactional
    void seal(String caseRef, Set<String> forms) {
        jdbc.sql("update journal_entry set data = '{}' where case_ref = :caseRef and form_id in (:forms)")
                .param("caseRef", caseRef)
                .param("forms", forms)
                .update();
        jdbc.sql("delete from scale_rating where case_ref = ?").param(caseRef).update();
    }

    private Entry read(ResultSet row, int number) throws SQLException {
        try {
            return new Entry(
                    row.getLong("id"),
                    row.getString("case_ref"),
                    row.getString("form_id"),
                    row.getString("edition"),
                    row.getString("task_key"),
                    row.getString("element"),
                    row.getString("author"),
                    Columns.instant(row, "at"),
                    row.getString("visible_to"),
                    json.readTree(row.getString("data")));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
