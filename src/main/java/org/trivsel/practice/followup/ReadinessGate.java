package org.trivsel.practice.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trivsel.platform.deadline.Deadlines;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.forms.Submission;
import org.trivsel.platform.worklist.TaskGate;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.mapping.Statements;
import org.trivsel.practice.network.NetworkGate;
import org.trivsel.practice.network.NetworkOverrides;

/**
 * G8: the case may be closed: observed long enough, goals met with evidence, no open deviation, the child feels safe, the
 * network goes on, the authority is at least at seven.
 */
@Component
class ReadinessGate implements TaskGate {

    private static final int CASEWORKER_AT_LEAST = 7;
    private static final int NETWORK_WITH_LEAVE = 4;
    private static final Duration CHILD_HEARD_WITHIN = Duration.ofDays(30);
    /** Deviations after which the plan has to prove itself for six weeks. */
    private static final Set<String> LASTING = Set.of("SERIOUS", "ACUTE");

    private static final Duration SINCE_SERIOUS = Duration.ofDays(42);

    private final SafetyCases cases;
    private final Journal journal;
    private final Statements statements;
    private final Deviations deviations;
    private final NetworkOverrides overrides;
    private final Deadlines deadlines;
    private final Clock clock;

    ReadinessGate(
            SafetyCases cases,
            Journal journal,
            Statements statements,
            Deviations deviations,
            NetworkOverrides overrides,
            Deadlines deadlines,
            Clock clock) {
        this.cases = cases;
        this.journal = journal;
        this.statements = statements;
        this.deviations = deviations;
        this.overrides = overrides;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "G8";
    }

    @Override
    public boolean applies(Submission submission) {
        return submission.answers().is("decision", "CLOSE_PHASE");
    }

    @Override
    public List<Missing> missing(String caseRef, @Nullable Submission submission) {
        List<Missing> missing = new ArrayList<>();
        if (cases.get(caseRef).observationStart() == null) {
            return List.of(Missing.of("not-observed", "task:UserTask_StartObservation"));
        }
        Instant earliest = deadlines.dueAt("T-OBSMIN", caseRef);
        if (clock.instant().isBefore(earliest)) {
            missing.add(Missing.of("observed-too-short", null, LocalDate.ofInstant(earliest, clock.getZone())));
        }
        deviations(caseRef, missing);
        String mend = "task:UserTask_AssessReadiness";
        var assessment = journal.latest(caseRef, "assess-readiness");
        if (assessment.isEmpty()) {
            missing.add(Missing.of("readiness-not-assessed", mend));
            return missing;
        }
        Answers form = assessment.get().answers();
        for (Statements.Goal goal : statements.goals(caseRef)) {
            boolean met = form.rows("goalsMet").stream()
                    .anyMatch(row -> row.is("goal", goal.id()) && row.flag("met") && row.has("evidence"));
            if (!met) {
                missing.add(Missing.of("goal-not-met", mend, goal.id()));
            }
        }
        Instant heard = form.group("childFeelsSafe").instantOrNull("date");
        if (heard == null
                || heard.isBefore(clock.instant().minus(CHILD_HEARD_WITHIN).minus(Duration.ofDays(1)))) {
            missing.add(Missing.of("child-not-heard-lately", "action:ChildConversationRequested"));
        }
        network(caseRef, form, missing);
        Integer scale = submission == null ? null : submission.answers().numberOrNull("caseworkerScale");
        if (submission != null && (scale == null || scale < CASEWORKER_AT_LEAST)) {
            missing.add(Missing.of("caseworker-scale-low", null, CASEWORKER_AT_LEAST));
        }
        return missing;
    }

    private void deviations(String caseRef, List<Missing> missing) {
        for (Deviations.Deviation one : deviations.of(caseRef)) {
            if (one.closedAt() == null) {
                missing.add(Missing.of("open-deviation", "task:UserTask_CloseDeviation", one.no()));
            } else if (LASTING.contains(one.severity())
                    && one.at().isAfter(clock.instant().minus(SINCE_SERIOUS))) {
                missing.add(Missing.of("serious-deviation-recent", null, one.no()));
            }
        }
    }

    private void network(String caseRef, Answers form, List<Missing> missing) {
        long willing = form.rows("networkWilling").stream()
                .filter(row -> row.is("answer", "YES"))
                .map(row -> row.text("person"))
                .distinct()
                .count();
        int needed = overrides.minimum(caseRef).isPresent() ? NETWORK_WITH_LEAVE : NetworkGate.ENOUGH;
        if (willing < needed) {
            missing.add(Missing.of("network-not-willing", "action:NetworkMemberProposed", (int) willing, needed));
        }
    }
}
