package org.trivsel.practice.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.trivsel.practice.Fixtures.NOW;
import static org.trivsel.practice.Fixtures.REF;
import static org.trivsel.practice.Fixtures.codes;
import static org.trivsel.practice.Fixtures.entry;
import static org.trivsel.practice.Fixtures.object;
import static org.trivsel.practice.Fixtures.safetyCase;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trivsel.platform.forms.Answers;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.child.WordsAndPictures.Version;

/** G5: words and pictures with concerns and goals before approval (a), with the plan before observation (b) (C4). */
class ExplanationGateTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 15);

    private final WordsAndPictures versions = mock();
    private final SafetyCases cases = mock();
    private final Journal journal = mock();
    private final ExplanationGate before = new ExplanationGate(versions, cases);
    private final CompleteExplanationGate after = new CompleteExplanationGate(versions, journal);

    @BeforeEach
    void caseA() {
        when(cases.get(REF)).thenReturn(safetyCase());
    }

    @Test
    void opensWhenChildAndNetworkHaveSeenIt() {
        first(true, true, true, DAY, DAY);
        assertThat(before.missing(REF, null)).isEmpty();
    }

    @Test
    void namesEachStepThatIsMissing() {
        when(versions.version(REF, 1)).thenReturn(Optional.empty());
        assertThat(codes(before.missing(REF, null))).containsExactly("no-words-and-pictures");
        first(true, false, false, null, null);
        assertThat(codes(before.missing(REF, null)))
                .containsExactly(
                        "words-and-pictures-incomplete",
                        "words-and-pictures-not-approved",
                        "not-presented-to-child",
                        "not-presented-to-network");
    }

    @Test
    void doesNotAskAnUnbornChildToListen() {
        when(cases.get(REF)).thenReturn(safetyCase("UNBORN", "DK", null));
        first(true, true, true, null, DAY);
        assertThat(before.missing(REF, null)).isEmpty();
    }

    @Test
    void wantsThePlanInItBeforeObservation() {
        when(versions.version(REF, 2)).thenReturn(Optional.empty());
        when(journal.latest(REF, "present-plan-to-child")).thenReturn(Optional.empty());
        assertThat(codes(after.missing(REF, null)))
                .containsExactly("explanation-without-plan", "plan-not-presented-to-child");
        when(versions.version(REF, 2)).thenReturn(Optional.of(version(2, true, true, true, true, null, null)));
        when(journal.latest(REF, "present-plan-to-child")).thenReturn(entry("present-plan-to-child", object("{}")));
        assertThat(after.missing(REF, null)).isEmpty();
    }

    private void first(
            boolean concerns,
            boolean goals,
            boolean approved,
            @Nullable LocalDate toChild,
            @Nullable LocalDate toNetwork) {
        when(versions.version(REF, 1))
                .thenReturn(Optional.of(version(1, concerns, goals, false, approved, toChild, toNetwork)));
    }

    private static Version version(
            int number,
            boolean concerns,
            boolean goals,
            boolean plan,
            boolean approved,
            @Nullable LocalDate toChild,
            @Nullable LocalDate toNetwork) {
        return new Version(
                number, "SAFETY", Answers.none(), concerns, goals, plan, approved ? NOW : null, toChild, toNetwork);
    }
}
