package org.trivsel.practice.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.trivsel.practice.Fixtures.NOW;
import static org.trivsel.practice.Fixtures.REF;
import static org.trivsel.practice.Fixtures.codes;
import static org.trivsel.practice.Fixtures.object;
import static org.trivsel.practice.Fixtures.submission;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trivsel.platform.forms.Submission;
import org.trivsel.practice.casefile.Decisions;
import org.trivsel.practice.mapping.Statements.Goal;
import org.trivsel.practice.mapping.Statements.Statement;

/** G2: a clear goal from the authority for every danger statement (R161). */
class GoalsGateTest {

    private final Statements statements = mock();
    private final Decisions decisions = mock();
    private final GoalsGate gate = new GoalsGate(statements, decisions);
    private final Submission approval =
            submission("approve-goals", object("{'decision':'APPROVE','clearGoal':true}"), "signe");

    @BeforeEach
    void twoStatementsWithAGoalEach() {
        when(statements.statements(REF)).thenReturn(List.of(statement("D1"), statement("D2")));
        when(statements.goals(REF)).thenReturn(List.of(goal("G1", "D1"), goal("G2", "D2")));
    }

    @Test
    void opensWhenEveryStatementHasAGoalAndTheGoalIsClear() {
        assertThat(gate.missing(REF, approval)).isEmpty();
    }

    @Test
    void namesTheStatementWithoutAGoal() {
        when(statements.goals(REF)).thenReturn(List.of(goal("G1", "D1")));
        assertThat(gate.missing(REF, approval)).singleElement().satisfies(missing -> {
            assertThat(missing.code()).isEqualTo("no-goal");
            assertThat(missing.args()).containsExactly("D2");
        });
    }

    @Test
    void asksForClarityBeforeApproval() {
        Submission unclear = submission("approve-goals", object("{'decision':'APPROVE'}"), "signe");
        assertThat(codes(gate.missing(REF, unclear))).containsExactly("goal-not-clear");
    }

    @Test
    void letsGoalsBeReturnedAsTheyAre() {
        Submission back = submission("approve-goals", object("{'decision':'RETURN','comment':'For uklart'}"), "signe");
        assertThat(gate.applies(back)).isFalse();
        gate.accept(back, 1);
        verify(statements, never()).approve(REF, "signe", NOW);
    }

    @Test
    void remembersWhoApproved() {
        gate.accept(approval, 7);
        verify(statements).approve(REF, "signe", NOW);
        verify(decisions).record(approval, "GOALS", "APPROVE", 7);
    }

    private static Statement statement(String id) {
        return new Statement(id, "Kommunen", null, "fare", "betydning", List.of("C1"), null, null, null);
    }

    private static Goal goal(String id, String statement) {
        return new Goal(id, statement, "mål", "SAFETY", "Anna", "P4M", null);
    }
}
