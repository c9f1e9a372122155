package org.trivsel.practice.child;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.trivsel.platform.data.Columns;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.engine.CaseMessages;
import org.trivsel.platform.file.KeptSecret;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.consent.Consents;

/** Conversations with each child, or the reasoned waiver that stands for one (F12, C16). */
@Repository
public class ChildConversations extends ContributionTo {

    private final JdbcClient jdbc;
    private final SafetyCases cases;
    private final DeadlineDates deadlines;
    private final Consents consents;
    private final People people;
    private final CaseMessages messages;
    private final ApplicationEventPublisher events;

    ChildConversations(
            JdbcClient jdbc,
            SafetyCases cases,
            DeadlineDates deadlines,
            Consents consents,
            People people,
            CaseMessages messages,
            ApplicationEventPublisher events) {
        super("talk-with-child");
        this.jdbc = jdbc;
        this.cases = cases;
        this.deadlines = deadlines;
        this.consents = consents;
        this.people = people;
        this.messages = messages;
        this.events = events;
    }

    /** @param held false for a reasoned waiver */
    public record Conversation(String child, String type, boolean held, Instant at) {}

    public List<Conversation> of(String caseRef) {
        return jdbc.sql("select * from child_conversation where case_ref = ? order by at, id")
                .param(caseRef)
                .query((row, number) -> new Conversation(
                        row.getString("child"),
                        row.getString("type"),
                        row.getBoolean("held"),
                        Columns.instant(row, "at")))
                .list();
    }

    public boolean heldOrWaived(String caseRef, String child) {
        return of(caseRef).stream().anyMatch(one -> one.child().equals(child));
    }

    @Override
    public void prefill(FormContext context, ObjectNode data) {
        if (context.element() != null) {
            data.putArray("child").add(context.element());
        }
        SafetyCase safetyCase = cases.get(context.requireCase());
        boolean observing = safetyCase.observationStart() != null;
        if (safetyCase.isUnborn() && !observing) {
            data.put("held", "WAIVED");
        } else {
            data.put("held", "YES").put("type", observing ? "FOLLOW_UP" : "MAPPING");
        }
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        problems.addIf(
                submission.element() != null && !form.values("child").contains(submission.element()),
                "child",
                "other-child");
        if (form.is("held", "YES")) {
            boolean refused = people.custodyHolders(submission.caseRef()).stream()
                    .flatMap(holder -> consents.latest(submission.caseRef(), holder.id()).stream())
                    .anyMatch(consent -> consent.childTalk().equals("NO"));
            problems.addIf(refused, "held", "child-talk-not-consented");
            problems.addIf(
                    form.values("tool").contains("THREE_HOUSES")
                            && !form.has("worries")
                            && !form.has("goodThings")
                            && !form.has("dreams"),
                    "worries",
                    "three-houses-empty");
        }
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        boolean held = form.is("held", "YES");
        Instant at = form.has("at") ? form.instant("at") : submission.at();
        for (String child : form.values("child")) {
            jdbc.sql("insert into child_conversation (case_ref, child, type, held, at, entry_id)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            submission.caseRef(),
                            child,
                            held ? form.text("type") : "WAIVED",
                            held,
                            Columns.utc(at),
                            entryId)
                    .update();
        }
        form.rows("drawings").stream()
                .filter(drawing -> drawing.is("recipient", "CASEWORKER_ONLY"))
                .map(drawing -> new KeptSecret(submission.caseRef(), Long.parseLong(drawing.text("picture"))))
                .forEach(events::publishEvent);
        deadlines.start(submission.caseRef(), "LAST_CHILD_TALK", at);
        if (form.flag("newConcern")) {
            messages.tell(submission.caseRef(), "AcuteDangerReported"); // the child's safety is looked at again at once
        }
        return Map.of();
    }
}
