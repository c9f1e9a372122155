package org.trivsel.practice.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.trivsel.practice.Fixtures.CLOCK;
import static org.trivsel.practice.Fixtures.NOW;
import static org.trivsel.practice.Fixtures.REF;
import static org.trivsel.practice.Fixtures.codes;
import static org.trivsel.practice.Fixtures.entry;
import static org.trivsel.practice.Fixtures.object;
import static org.trivsel.practice.Fixtures.safetyCase;
import static org.trivsel.practice.Fixtures.submission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trivsel.platform.deadline.Deadlines;
import org.trivsel.platform.worklist.TaskGate.Missing;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.mapping.Statements;
import org.trivsel.practice.network.NetworkOverrides;

/** G8: ready to close. */
class ReadinessGateTest {

    private final SafetyCases cases = mock();
    private final Journal journal = mock();
    private final Statements statements = mock();
    private final Deviations deviations = mock();
    private final NetworkOverrides overrides = mock();
    private final Deadlines deadlines = mock();
    private final ReadinessGate gate =
            new ReadinessGate(cases, journal, statements, deviations, overrides, deadlines, CLOCK);
    private final ObjectNode assessment = object(
            """
            {'goalsMet':[{'goal':'G1','met':true,'evidence':'Anna har set det'}],
             'childFeelsSafe':{'quote':'Nu er det bare morgen.','date':'2026-08-19'},
             'networkWilling':[{'person':'N1','answer':'YES'},{'person':'N2','answer':'YES'},
               {'person':'N3','answer':'YES'},{'person':'N4','answer':'YES'},{'person':'N5','answer':'YES'},
               {'person':'N6','answer':'YES'}]}""");

    @BeforeEach
    void everythingIsInPlace() {
        when(cases.get(REF)).thenReturn(safetyCase());
        when(deadlines.dueAt("T-OBSMIN", REF)).thenReturn(NOW.minus(Duration.ofDays(29)));
        when(statements.goals(REF))
                .thenReturn(List.of(new Statements.Goal("G1", "D1", "mål", "SAFETY", "Anna", "P4M", null)));
        when(deviations.of(REF)).thenReturn(List.of());
        when(overrides.minimum(REF)).thenReturn(Optional.empty());
        when(journal.latest(REF, "assess-readiness")).thenAnswer(any -> entry("assess-readiness", assessment));
    }

    @Test
    void opensWhenEverythingIsInPlace() {
        assertThat(missing(8)).isEmpty();
    }

    @Test
    void waitsThreeMonths() {
        when(deadlines.dueAt("T-OBSMIN", REF)).thenReturn(NOW.plus(Duration.ofDays(3)));
        assertThat(codes(missing(8))).containsExactly("observed-too-short");
    }

    @Test
    void namesTheGoalThatIsNotMetWithEvidence() {
        ((ObjectNode) assessment.path("goalsMet").get(0)).remove("evidence");
        assertThat(codes(missing(8))).containsExactly("goal-not-met");
    }

    @Test
    void waitsForOpenDeviationsAndSixWeeksAfterASeriousOne() {
        when(deviations.of(REF))
                .thenReturn(List.of(
                        new Deviations.Deviation(1, "MINOR", NOW.minus(Duration.ofDays(2)), null, List.of(), null),
                        new Deviations.Deviation(2, "SERIOUS", NOW.minus(Duration.ofDays(41)), NOW, List.of(), null),
                        new Deviations.Deviation(3, "SERIOUS", NOW.minus(Duration.ofDays(43)), NOW, List.of(), null),
                        new Deviations.Deviation(4, "MINOR", NOW.minus(Duration.ofDays(3)), NOW, List.of(), null)));
        assertThat(codes(missing(8))).containsExactly("open-deviation", "serious-deviation-recent");
    }

    @Test
    void wantsTheChildHeardWithinThirtyDays() {
        ((ObjectNode) assessment.path("childFeelsSafe")).put("date", "2026-07-10");
        assertThat(codes(missing(8))).containsExactly("child-not-heard-lately");
    }

    @Test
    void countsWhoGoesOnAndLetsTheManagerAllowFour() {
        assessment.withArray("networkWilling").remove(0);
        assessment.withArray("networkWilling").remove(0);
        assertThat(codes(missing(8))).containsExactly("network-not-willing");
        when(overrides.minimum(REF)).thenReturn(Optional.of(4));
        assertThat(missing(8)).isEmpty();
    }

    @Test
    void wantsTheCaseworkerAtSevenOrMore() {
        assertThat(codes(missing(6))).containsExactly("caseworker-scale-low");
        assertThat(missing(7)).isEmpty();
    }

    @Test
    void doesNotStandInTheWayOfProlonging() {
        assertThat(gate.applies(submission("decide-readiness", object("{'decision':'PROLONG'}"), "signe")))
                .isFalse();
    }

    @Test
    void saysThatNothingWasAssessedYet() {
        when(journal.latest(REF, "assess-readiness")).thenReturn(Optional.empty());
        assertThat(codes(missing(8))).containsExactly("readiness-not-assessed");
        when(cases.get(REF)).thenReturn(safetyCase("STANDARD", "DK", null));
        assertThat(codes(missing(8))).containsExactly("not-observed");
    }

    private List<Missing> missing(int caseworkerScale) {
        return gate.missing(
                REF,
                submission(
                        "decide-readiness",
                        object("{'decision':'CLOSE_PHASE','caseworkerScale':" + caseworkerScale + "}"),
                        "signe"));
    }
}
