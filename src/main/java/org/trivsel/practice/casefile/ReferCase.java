package org.trivsel.practice.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trivsel.platform.engine.Continuations;
import org.trivsel.platform.engine.Editions;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Forms;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.identity.User;
import org.trivsel.practice.casefile.process.SafetyPlanningProcess;

/** A caseworker refers a child: the case gets its reference, its first journal entry and its process (step 0.2). */
@Service
public class ReferCase {

    public static final String FORM = "refer-case";

    private final Forms forms;
    private final Editions editions;
    private final SafetyCases cases;
    private final Journal journal;
    private final SafetyPlanningProcess process;
    private final Clock clock;
    private final Continuations continuations;
    private final TransactionTemplate transaction;

    ReferCase(
            Forms forms,
            Editions editions,
            SafetyCases cases,
            Journal journal,
            SafetyPlanningProcess process,
            Clock clock,
            Continuations continuations,
            PlatformTransactionManager transactions) {
        this.continuations = continuations;
        this.transaction = new TransactionTemplate(transactions);
        this.forms = forms;
        this.editions = editions;
        this.cases = cases;
        this.journal = journal;
        this.process = process;
        this.clock = clock;
    }

    public ObjectNode form(User user) {
        return forms.schema(editions.current().deploymentId(), context(user));
    }

    public ObjectNode prefill(User user) {
        return forms.prefill(context(user));
    }

    /**
     * @return the new case's reference
     * @throws org.trivsel.platform.forms.SubmissionRefused naming every wrong field
     */
    public String refer(User user, JsonNode data) {
        return continuations.after(() -> Objects.requireNonNull(transaction.execute(status -> open(user, data))));
    }

    private String open(User user, JsonNode data) {
        String edition = editions.current().deploymentId();
        ObjectNode schema = forms.schema(edition, context(user));
        forms.check(schema, new Submission("", FORM, null, null, data, user, clock.instant()));
        String caseRef = cases.nextRef(ZonedDateTime.now(clock).getYear());
        Submission submission = new Submission(caseRef, FORM, null, null, data, user, clock.instant());
        long entry = journal.record(submission, Forms.visibleTo(schema), edition);
        Map<String, Object> decisions = forms.accept(schema, submission, entry);
        process.caseReferred(caseRef, user.username(), decisions);
        return caseRef;
    }

    private static FormContext context(User user) {
        return new FormContext(null, FORM, null, null, user, LocaleContextHolder.getLocale());
    }
}
