package org.trivsel.practice.child;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.forms.Answers;

/** The child's explanation in words and pictures: version 1 with concerns and goals, version 2 with the plan (C4). */
@Repository
public class WordsAndPictures {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    WordsAndPictures(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public record Version(
            int number,
            String type,
            Answers content,
            boolean coversConcerns,
            boolean coversGoals,
            boolean coversPlan,
            @Nullable Instant approvedAt,
            @Nullable LocalDate presentedToChild,
            @Nullable LocalDate presentedToNetwork) {}

    public Optional<Version> version(String caseRef, int number) {
        return of(caseRef).stream().filter(one -> one.number() == number).findFirst();
    }

    public List<Version> of(String caseRef) {
        return jdbc.sql("select * from words_pictures where case_ref = ? order by version")
                .param(caseRef)
                .query((row, rowNumber) -> new Version(
                        row.getInt("version"),
                        row.getString("type"),
                        read(row.getString("data")),
                        row.getBoolean("covers_concerns"),
                        row.getBoolean("covers_goals"),
                        row.getBoolean("covers_plan"),
                        Columns.instantOrNull(row, "approved_at"),
                        Columns.date(row, "presented_to_child"),
                        Columns.date(row, "presented_to_network")))
                .list();
    }

    @Transactional
    void draft(String caseRef, int number, String type, Answers form, Instant at) {
        jdbc.sql("delete from words_pictures where case_ref = ? and version = ?")
                .params(caseRef, number)
                .update();
        jdbc.sql("insert into words_pictures (case_ref, version, type, data, covers_concerns, covers_goals,"
                        + " covers_plan, drafted_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseRef,
                        number,
                        type,
                        form.node().toString(),
                        form.group("covers").has("concerns"),
                        form.group("covers").has("goals"),
                        form.group("covers").has("plan"),
                        Columns.utc(at))
                .update();
    }

    @Transactional
    void approve(String caseRef, int number, Instant at) {
        jdbc.sql("update words_pictures set approved_at = ? where case_ref = ? and version = ?")
                .params(Columns.utc(at), caseRef, number)
                .update();
    }

    @Transactional
    void presentedToChild(String caseRef, int number, LocalDate on) {
        jdbc.sql("update words_pictures set presented_to_child = ? where case_ref = ? and version = ?")
                .params(on, caseRef, number)
                .update();
    }

    @Transactional
    void presentedToNetwork(String caseRef, int number, LocalDate on) {
        jdbc.sql("update words_pictures set presented_to_network = ? where case_ref = ? and version = ?")
                .params(on, caseRef, number)
                .update();
    }

    private Answers read(String text) {
        try {
            return new Answers(json.readTree(text));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
