package org.trivsel.practice.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.Submission;

/** Declarations of custody holders. Never edited; a later one supersedes, the old one stays. */
@Repository
public class Consents {

    private final JdbcClient jdbc;

    Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param files ALL_RELEVANT, LISTED or NO; @param childTalk YES, YES_WITH_CONDITIONS or NO */
    public record Consent(
            String person,
            boolean process,
            boolean willing1WordsPictures,
            boolean willing2Network,
            boolean willing3Control,
            String files,
            String childTalk,
            Instant signedAt,
            @Nullable Instant withdrawnAt) {

        /**
         * Consent and all three declarations: the minimum requirements (R160–R167). Compulsory care (LVU) needs no
         * consent to the process, but no plan without willingness (C11).
         */
        public boolean isComplete(String mode) {
            boolean consented = process || mode.equals("SE_LVU");
            return withdrawnAt == null && consented && willing1WordsPictures && willing2Network && willing3Control;
        }
    }

    /** What a person last declared. */
    public Optional<Consent> latest(String caseRef, String person) {
        return of(caseRef).stream().filter(one -> one.person().equals(person)).findFirst();
    }

    /** Newest first. */
    public List<Consent> of(String caseRef) {
        return jdbc.sql("select * from consent where case_ref = ? order by id desc")
                .param(caseRef)
                .query(Consents::read)
                .list();
    }

    /** A custody holder takes the consent back (E1). What was declared stays on record, with the moment it ended. */
    @Transactional
    public void withdraw(String caseRef, String person, Instant at) {
        jdbc.sql("update consent set withdrawn_at = ? where case_ref = ? and person = ? and withdrawn_at is null")
                .params(Columns.utc(at), caseRef, person)
                .update();
    }

    /** A part of the consent ends, the rest stands: a new row says what holds from now on. */
    @Transactional
    public void limit(String caseRef, String person, boolean files, boolean childTalk, Instant at) {
        latest(caseRef, person).ifPresent(old -> jdbc.sql("insert into consent (case_ref, person, info_text_version,"
                        + " consent_process, willing1_words_pictures, willing2_network, willing3_control, consent_files,"
                        + " consent_child_talk, signed_at, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseRef,
                        person,
                        "limited",
                        old.process(),
                        old.willing1WordsPictures(),
                        old.willing2Network(),
                        old.willing3Control(),
                        files ? "NO" : old.files(),
                        childTalk ? "NO" : old.childTalk(),
                        Columns.utc(old.signedAt()),
                        Columns.utc(at))
                .update());
    }

    @Transactional
    void record(Submission submission) {
        Answers form = submission.answers();
        jdbc.sql("insert into consent (case_ref, person, info_text_version, consent_process,"
                        + " willing1_words_pictures, willing2_network, willing3_control, consent_files,"
                        + " consent_child_talk, signed_at, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        submission.caseRef(),
                        form.text("person"),
                        form.text("infoTextVersion"),
                        form.flag("consentProcess"),
                        form.flag("willing1WordsPictures"),
                        form.flag("willing2Network"),
                        form.flag("willing3Control"),
                        form.text("consentFiles"),
                        form.text("consentChildTalk"),
                        Columns.utc(form.instant("signedAt")),
                        Columns.utc(submission.at()))
                .update();
    }

    private static Consent read(ResultSet row, int number) throws SQLException {
        return new Consent(
                row.getString("person"),
                row.getBoolean("consent_process"),
                row.getBoolean("willing1_words_pictures"),
                row.getBoolean("willing2_network"),
                row.getBoolean("willing3_control"),
                row.getString("consent_files"),
                row.getString("consent_child_talk"),
                Columns.instant(row, "signed_at"),
                Columns.instantOrNull(row, "withdrawn_at"));
    }
}
