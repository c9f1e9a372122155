package org.trivsel.practice.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.trivsel.practice.Fixtures.CLOCK;
import static org.trivsel.practice.Fixtures.NOW;
import static org.trivsel.practice.Fixtures.REF;
import static org.trivsel.practice.Fixtures.codes;
import static org.trivsel.practice.Fixtures.person;
import static org.trivsel.practice.Fixtures.persons;
import static org.trivsel.practice.Fixtures.safetyCase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trivsel.platform.deadline.DeadlineDates;
import org.trivsel.practice.casefile.Decisions;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCase;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.consent.Consents.Consent;

/** G1: hard, for every custody holder, with no way around it (R163). */
class ConsentGateTest {

    private final Consents consents = mock();
    private final People people = mock();
    private final SafetyCases cases = mock();
    private final Decisions decisions = mock();
    private final Journal journal = mock();
    private final DeadlineDates deadlines = mock();
    private final ConsentGate gate = new ConsentGate(consents, people, cases, decisions, journal, deadlines, CLOCK);

    @BeforeEach
    void bothSayYes() {
        when(people.custodyHolders(REF)).thenReturn(persons("P1", "P2"));
        when(cases.get(REF)).thenReturn(safetyCase());
        says("P1", consent(true, true, true, true));
        says("P2", consent(true, true, true, true));
        when(journal.latest(REF, "read-earlier-material")).thenReturn(Optional.empty());
    }

    @Test
    void opensWhenEveryCustodyHolderConsentsAndIsWilling() {
        assertThat(gate.missing(REF, null)).isEmpty();
    }

    @Test
    void namesTheCustodyHolderWhoHasNotAnswered() {
        when(consents.latest(REF, "P2")).thenReturn(Optional.empty());
        assertThat(gate.missing(REF, null)).singleElement().satisfies(missing -> {
            assertThat(missing.code()).isEqualTo("consent-missing");
            assertThat(missing.args()).containsExactly("P2");
        });
    }

    @Test
    void namesTheOneWhoIsNotWillingToASingleMinimumRequirement() {
        for (Consent refusal : List.of(
                consent(false, true, true, true),
                consent(true, false, true, true),
                consent(true, true, false, true),
                consent(true, true, true, false))) {
            says("P1", refusal);
            assertThat(codes(gate.missing(REF, null))).containsExactly("not-willing");
        }
    }

    @Test
    void asksAChildOfFifteenInSwedenButNotInDenmark() {
        Person child = person("C1", LocalDate.of(2011, 8, 20));
        when(people.of(REF, Person.Role.CHILD)).thenReturn(List.of(child));
        assertThat(gate.missing(REF, null)).isEmpty();
        when(cases.get(REF)).thenReturn(safetyCase("STANDARD", "SE", null));
        assertThat(codes(gate.missing(REF, null))).containsExactly("child-consent-missing");
    }

    @Test
    void unlocksTheCaseAndStartsTheLongClocksOnlyWhenComplete() {
        assertThat(gate.conclude(REF)).isEqualTo(new ConsentGate.Result(true, true));
        verify(cases).consented(REF, true);
        verify(deadlines).startOnce(REF, "CONSENT", NOW);
    }

    @Test
    void unlocksNothingWhileSomebodySaysNo() {
        says("P2", consent(false, false, false, false));
        assertThat(gate.conclude(REF).complete()).isFalse();
        verify(cases, never()).consented(REF, true);
    }

    @Test
    void letsFilesBeReadWhenSomebodyAllowsTheirs() {
        Consent noFiles = new Consent("P2", true, true, true, true, "NO", "YES", NOW, null);
        says("P2", noFiles);
        assertThat(gate.conclude(REF).readFiles()).isTrue();
        says("P1", noFiles);
        assertThat(gate.conclude(REF).readFiles()).isFalse();
    }

    @Test
    void needsNoConsentButAllWillingnessUnderCompulsoryCare() {
        says("P1", consent(false, true, true, true));
        assertThat(codes(gate.missing(REF, null))).containsExactly("not-willing");
        SafetyCase compulsory = lvu();
        when(cases.get(REF)).thenReturn(compulsory);
        assertThat(gate.missing(REF, null)).isEmpty();
        says("P1", consent(false, true, false, true));
        assertThat(codes(gate.missing(REF, null))).containsExactly("not-willing");
    }

    private static SafetyCase lvu() {
        SafetyCase voluntary = safetyCase("STANDARD", "SE", null);
        SafetyCase compulsory = mock();
        when(compulsory.mode()).thenReturn("SE_LVU");
        when(compulsory.country()).thenReturn(voluntary.country());
        return compulsory;
    }

    private void says(String person, Consent consent) {
        when(consents.latest(REF, person)).thenReturn(Optional.of(consent));
    }

    private static Consent consent(boolean process, boolean words, boolean network, boolean control) {
        return new Consent("P1", process, words, network, control, "LISTED", "YES", NOW, null);
    }
}
