package org.trivsel.practice.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.trivsel.platform.access.CaseMembers;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.platform.deadline.Deadlines;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.ContributionTo;
import org.trivsel.platform.forms.FormContext;
import org.trivsel.platform.forms.Problems;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.identity.Role;
import org.trivsel.platform.identity.Users;
import org.trivsel.platform.worklist.CaseTasks;
import org.trivsel.platform.worklist.Worklist;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;

/** A case changes hands (E5), or somebody stands in for a while (E17): nothing is lost, and nobody's work stays behind. */
@Service
public class HandOver extends ContributionTo {

    /** Who is to take the case over reads it, to know what there is to accept. */
    private static final String RECEIVER = "RECEIVER";

    private final SafetyCases cases;
    private final CaseMembers members;
    private final Users users;
    private final CaseTasks tasks;
    private final Worklist worklist;
    private final DeadlineDates dates;
    private final Deadlines deadlines;
    private final Clock clock;

    HandOver(
            SafetyCases cases,
            CaseMembers members,
            Users users,
            CaseTasks tasks,
            Worklist worklist,
            DeadlineDates dates,
            Deadlines deadlines,
            Clock clock) {
        super("decide-change-of-worker", "write-hand-over", "arrange-cover");
        this.cases = cases;
        this.members = members;
        this.users = users;
        this.tasks = tasks;
        this.worklist = worklist;
        this.dates = dates;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The package begins with what is due next; open promises only the person who made them can tell. */
    @Override
    public void prefill(FormContext context, ObjectNode data) {
        if (context.formId().equals("write-hand-over")) {
            data.put(
                    "nextDeadlines",
                    worklist.ofCase(context.requireCase()).stream()
                            .limit(12)
                            .map(task -> task.dueAt().atZone(clock.getZone()).toLocalDate() + " " + task.name())
                            .collect(Collectors.joining("\n")));
        }
    }

    @Override
    public void check(Submission submission, Problems problems) {
        Answers form = submission.answers();
        SafetyCase safetyCase = cases.get(submission.caseRef());
        if (submission.formId().equals("decide-change-of-worker")) {
            String to = form.text("newWorker");
            Role needed = form.text("position").startsWith("CONSULTANT") ? Role.CONSULTANT : Role.CASEWORKER;
            problems.addIf(
                    !users.find(to).filter(user -> user.has(needed)).isPresent(), "newWorker", "not-of-the-role");
            problems.addIf(safetyCase.staff().contains(to), "newWorker", "on-the-case-already");
            problems.addIf(holder(safetyCase, form.text("position")) == null, "position", "nobody-in-position");
        }
        if (submission.formId().equals("arrange-cover")) {
            problems.addIf(form.is("cover", form.text("absent")), "cover", "substitute-same");
        }
    }

    @Override
    public Map<String, Object> accept(Submission submission, long entryId) {
        Answers form = submission.answers();
        switch (submission.formId()) {
            case "decide-change-of-worker" -> {
                String position = form.text("position");
                String old = Objects.requireNonNull(holder(cases.get(submission.caseRef()), position));
                members.grant(submission.caseRef(), form.text("newWorker"), RECEIVER);
                return Map.of("position", position, "oldWorker", old, "newWorker", form.text("newWorker"));
            }
            case "arrange-cover" -> tasks.handOver(submission.caseRef(), form.text("absent"), form.text("cover"));
            default -> {}
        }
        return Map.of();
    }

    /** The receiver accepted: staff, need to know and all open tasks at once. The old access ends as the table says. */
    @Transactional
    public void reassign(String caseRef, String position, String from, String to) {
        Instant now = clock.instant();
        dates.start(caseRef, "REASSIGNED", now);
        cases.staff(caseRef, position, from, to, deadlines.dueAt("T-ACCESS", caseRef));
        members.revoke(caseRef, RECEIVER);
        tasks.handOver(caseRef, from, to);
    }

    private static @Nullable String holder(SafetyCase safetyCase, String position) {
        return switch (position) {
            case "CASEWORKER" -> safetyCase.caseworker();
            case "SUBSTITUTE" -> safetyCase.substitute();
            case "CONSULTANT_ONE" -> safetyCase.consultant1();
            default -> safetyCase.consultant2();
        };
    }
}
