package org.trivsel.practice.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.engine.Editions;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Forms;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.identity.User;
import org.trivsel.practice.advice.process.AdviceCallProcess;

/** A call to the advice line (F01, step 0.1): kept as an anonymous statistic; it never becomes a case by itself. */
@Service
public class AdviceCalls {

    static final String FORM = "register-advice-enquiry";

    private final Forms forms;
    private final Editions editions;
    private final AdviceCallProcess process;
    private final DeadlineDates dates;
    private final JdbcClient jdbc;
    private final Clock clock;

    AdviceCalls(
            Forms forms,
            Editions editions,
            AdviceCallProcess process,
            DeadlineDates dates,
            JdbcClient jdbc,
            Clock clock) {
        this.forms = forms;
        this.editions = editions;
        this.process = process;
        this.dates = dates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public ObjectNode form(User user) {
        FormContext context = new FormContext(null, FORM, null, null, user, LocaleContextHolder.getLocale());
        return forms.schema(editions.current().deploymentId(), context);
    }

    /**
     * @return the enquiry's reference, such as R-0003
     * @throws org.trivsel.platform.forms.SubmissionRefused naming every wrong field
     */
    @Transactional
    public String register(User user, JsonNode data) {
        ObjectNode schema = form(user);
        Submission submission = new Submission("", FORM, null, null, data, user, clock.instant());
        forms.check(schema, submission);
        Answers form = submission.answers();
        int number = jdbc.sql("select count(*) from advice_enquiry")
                        .query(Integer.class)
                        .single()
                + 1;
        String ref = "R-%04d".formatted(number);
        jdbc.sql("insert into advice_enquiry (ref, enquiry_date, enquirer_org, result, data, author)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        ref,
                        form.date("enquiryDate"),
                        form.text("enquirerOrg"),
                        form.text("result"),
                        data.toString(),
                        user.username())
                .update();
        if (form.has("followUpDate")) {
            dates.agree(ref, "CALL_BACK", form.instant("followUpDate"));
        }
        Map<String, Object> decisions = forms.accept(schema, submission, 0);
        process.adviceAsked(ref, decisions);
        return ref;
    }

    /** A call back is the same enquiry with a later result. */
    @Transactional
    void calledBack(String ref, String result) {
        jdbc.sql("update advice_enquiry set result = ? where ref = ?")
                .params(result, ref)
                .update();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
