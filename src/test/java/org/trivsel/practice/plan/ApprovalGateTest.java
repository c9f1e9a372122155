package org.trivsel.practice.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.trivsel.practice.Fixtures.NOW;
import static org.trivsel.practice.Fixtures.REF;
import static org.trivsel.practice.Fixtures.codes;
import static org.trivsel.practice.Fixtures.entry;
import static org.trivsel.practice.Fixtures.object;
import static org.trivsel.practice.Fixtures.submission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.trivsel.platform.forms.Answers;
import org.trivsel.platform.worklist.TaskGate;
import org.trivsel.practice.casefile.Journal;

/** G7: a complete plan, safe enough, the child heard, and not approved by who wrote it. */
class ApprovalGateTest {

    private final SafetyPlans plans = mock();
    private final Journal journal = mock();
    private final TaskGate network = mock();
    private final ObjectProvider<TaskGate> gates = mock();
    private final ApprovalGate gate = new ApprovalGate(plans, journal, gates, true);

    @BeforeEach
    void recommended() {
        when(network.key()).thenReturn("G4");
        when(network.missing(REF, null)).thenReturn(List.of());
        when(gates.stream()).thenAnswer(any -> Stream.of(network));
        recommendation("{'safeEnough':true,'childView':'Anna må gerne komme'}");
        when(plans.latest(REF))
                .thenReturn(Optional.of(new SafetyPlans.Version(
                        1, 1, SafetyPlans.Status.SUBMITTED, Answers.none(), "lars", NOW, null, null, null)));
    }

    @Test
    void opensForTheManager() {
        assertThat(gate.missing(REF, approvalBy("karen"))).isEmpty();
    }

    @Test
    void neverOpensForThePersonWhoSubmittedThePlan() {
        assertThat(codes(gate.missing(REF, approvalBy("lars")))).containsExactly("own-plan");
        assertThat(new ApprovalGate(plans, journal, gates, false).missing(REF, approvalBy("lars")))
                .isEmpty();
    }

    @Test
    void waitsForTheCaseworkerToFindThePlanSafeEnough() {
        recommendation("{'safeEnough':false,'childView':'ja'}");
        assertThat(codes(gate.missing(REF, approvalBy("karen")))).containsExactly("not-safe-enough");
    }

    @Test
    void waitsForTheChildsView() {
        recommendation("{'safeEnough':true}");
        assertThat(codes(gate.missing(REF, approvalBy("karen")))).containsExactly("child-not-heard");
    }

    @Test
    void waitsForTheGatesBeforeIt() {
        when(network.missing(REF, null)).thenReturn(List.of(TaskGate.Missing.of("network-too-small", null, 5, 6)));
        assertThat(codes(gate.missing(REF, approvalBy("karen")))).containsExactly("network-too-small");
    }

    @Test
    void doesNotStandInTheWayOfReturningAPlan() {
        assertThat(gate.applies(submission("approve-safety-plan", object("{'decision':'RETURN'}"), "karen")))
                .isFalse();
    }

    private void recommendation(String json) {
        when(journal.latest(REF, "recommend-safety-plan")).thenReturn(entry("recommend-safety-plan", object(json)));
    }

    private static org.trivsel.platform.forms.Submission approvalBy(String username) {
        return submission("approve-safety-plan", object("{'decision':'APPROVE'}"), username);
    }
}
