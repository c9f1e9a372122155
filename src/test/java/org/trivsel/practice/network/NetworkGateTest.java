package org.trivsel.practice.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.trivsel.practice.Fixtures.REF;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trivsel.practice.network.NetworkMembers.Member;
import org.trivsel.practice.network.NetworkMembers.State;

/** G4: six who know and committed; three to five only with the manager's leave. */
class NetworkGateTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 7);

    private final NetworkMembers members = mock();
    private final NetworkOverrides overrides = mock();
    private final NetworkGate gate = new NetworkGate(members, overrides);

    @Test
    void opensWithSix() {
        when(members.countable(REF)).thenReturn(6);
        assertThat(gate.missing(REF, null)).isEmpty();
    }

    @Test
    void saysHowManyThereAreAndHowManyAreNeeded() {
        when(members.countable(REF)).thenReturn(5);
        assertThat(gate.missing(REF, null)).singleElement().satisfies(missing -> {
            assertThat(missing.code()).isEqualTo("network-too-small");
            assertThat(missing.args()).containsExactly(5, 6);
        });
    }

    @Test
    void opensWithFourWhenTheManagerAllowedFour() {
        when(members.countable(REF)).thenReturn(4);
        when(overrides.minimum(REF)).thenReturn(Optional.of(4));
        assertThat(gate.missing(REF, null)).isEmpty();
        when(members.countable(REF)).thenReturn(3);
        assertThat(gate.missing(REF, null)).hasSize(1);
    }

    @Test
    void countsOnlyAdultsWhoKnowConcernsAndGoalsAndCommitted() {
        assertThat(new Member("N1", State.COMMITTED, true, DAY, DAY, DAY, null).isCountable())
                .isTrue();
        assertThat(new Member("N1", State.ACTIVE, true, DAY, DAY, DAY, null).isCountable())
                .isTrue();
        assertThat(new Member("N1", State.COMMITTED, false, DAY, DAY, DAY, null).isCountable())
                .isFalse();
        assertThat(new Member("N1", State.COMMITTED, true, DAY, null, DAY, null).isCountable())
                .isFalse();
        assertThat(new Member("N1", State.INFORMED, true, DAY, DAY, null, null).isCountable())
                .isFalse();
        assertThat(new Member("N1", State.LEFT, true, DAY, DAY, DAY, DAY).isCountable())
                .isFalse();
    }
}
