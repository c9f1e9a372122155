package org.trivsel.practice.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trivsel.platform.engine.Continuations;
import org.trivsel.platform.engine.Editions;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Forms;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.identity.User;
import org.trivsel.platform.worklist.ActionRefused;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.ReopenedCase;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.mapping.Statements;
import org.trivsel.practice.network.NetworkMembers;
import org.trivsel.practice.plan.SafetyPlans;

/**
 * A closed case is opened again within a year (E10): a new case that names the old one, with its goals, network and plan
 * as drafts. The child's safety is looked at within a day, and consent is asked for anew.
 */
@Service
public class ReopenCase {

    public static final String FORM = "reopen-case";
    private static final int MONTHS = 12;

    private final Forms forms;
    private final Editions editions;
    private final SafetyCases cases;
    private final Journal journal;
    private final ReopenedCase reopened;
    private final Statements statements;
    private final NetworkMembers network;
    private final SafetyPlans plans;
    private final Clock clock;
    private final Continuations continuations;
    private final TransactionTemplate transaction;

    ReopenCase(
            Forms forms,
            Editions editions,
            SafetyCases cases,
            Journal journal,
            ReopenedCase reopened,
            Statements statements,
            NetworkMembers network,
            SafetyPlans plans,
            Clock clock,
            Continuations continuations,
            PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.forms = forms;
        this.editions = editions;
        this.cases = cases;
        this.journal = journal;
        this.reopened = reopened;
        this.statements = statements;
        this.network = network;
        this.plans = plans;
        this.clock = clock;
        this.continuations = continuations;
    }

    public ObjectNode form(User user, String closed) {
        return forms.schema(editions.current().deploymentId(), context(user, closed));
    }

    public ObjectNode prefill(User user, String closed) {
        ObjectNode data = forms.prefill(context(user, closed));
        SafetyCase old = cases.get(closed);
        return data.put("caseworker", old.caseworker()).put("substitute", old.substitute());
    }

    /**
     * @return the new case's reference
     * @throws ActionRefused when the case is open, was reopened already, or was closed more than a year ago
     * @throws org.trivsel.platform.forms.SubmissionRefused naming every wrong field
     */
    public String reopen(User user, String closed, JsonNode data) {
        return continuations.after(
                () -> Objects.requireNonNull(transaction.execute(status -> open(user, closed, data))));
    }

    private String open(User user, String closed, JsonNode data) {
        SafetyCase old = cases.get(closed);
        requireReopenable(old);
        String edition = editions.current().deploymentId();
        ObjectNode schema = form(user, closed);
        Instant now = clock.instant();
        forms.check(schema, new Submission(closed, FORM, null, null, data, user, now));
        String caseRef = cases.nextRef(ZonedDateTime.now(clock).getYear());
        Answers form = new Answers(data);
        reopened.open(
                caseRef, old, form.text("caseworker"), form.text("substitute"), form.instant("notificationAt"), now);
        statements.copyAsDraft(closed, caseRef, now);
        network.copy(closed, caseRef);
        plans.copyAsDraft(closed, caseRef, user.username(), now);
        journal.record(new Submission(caseRef, FORM, null, null, data, user, now), Forms.visibleTo(schema), edition);
        reopened.begin(caseRef, user.username(), form.is("entry", "LEVEL_TWO") ? 2 : 1);
        return caseRef;
    }

    private void requireReopenable(SafetyCase old) {
        Instant closedAt = old.closedAt();
        if (closedAt == null) {
            throw new ActionRefused("CaseReopened", "case-is-open");
        }
        if (cases.isReopened(old.caseRef())) {
            throw new ActionRefused("CaseReopened", "reopened-already");
        }
        if (closedAt.atZone(clock.getZone()).plusMonths(MONTHS).toInstant().isBefore(clock.instant())) {
            throw new ActionRefused("CaseReopened", "too-long-closed");
        }
    }

    private static FormContext context(User user, String closed) {
        return new FormContext(closed, FORM, null, null, user, LocaleContextHolder.getLocale());
    }
}
