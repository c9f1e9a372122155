package org.trivsel.practice.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.trivsel.practice.Fixtures.REF;
import static org.trivsel.practice.Fixtures.codes;
import static org.trivsel.practice.Fixtures.entry;
import static org.trivsel.practice.Fixtures.object;
import static org.trivsel.practice.Fixtures.persons;
import static org.trivsel.practice.Fixtures.submission;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trivsel.platform.worklist.TaskGate.Missing;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.meeting.Meetings;

/** G9: closed and handed over. */
class ClosingGateTest {

    private final Meetings meetings = mock();
    private final Journal journal = mock();
    private final People people = mock();
    private final ClosingGate gate = new ClosingGate(meetings, journal, people);

    @BeforeEach
    void everythingIsDone() {
        when(meetings.withCaseworker(REF)).thenReturn(new Meetings.Counts(2, 5, 1));
        when(journal.latest(REF, "write-final-statement")).thenReturn(entry("write-final-statement", object("{}")));
        handedOver("{'familyWorries':[{'no':1}],'professionalWorries':[{'no':2}],"
                + "'mitigations':[{'worryNo':1},{'worryNo':2}]}");
        when(people.of(REF, Person.Role.CHILD)).thenReturn(persons("C1"));
    }

    @Test
    void opensWhenEverythingIsDone() {
        assertThat(missing("{'outcomes':[{'child':'C1','outcome':'REMAINS_HOME'}]}"))
                .isEmpty();
    }

    @Test
    void countsTheMeetingsWithTheCaseworker() {
        when(meetings.withCaseworker(REF)).thenReturn(new Meetings.Counts(0, 2, 0));
        assertThat(codes(missing("{'outcomes':[{'child':'C1'}]}")))
                .containsExactly("too-few-startup", "too-few-network", "no-closing-with-caseworker");
    }

    @Test
    void namesTheWorryWithoutAnAnswer() {
        handedOver("{'familyWorries':[{'no':1}],'professionalWorries':[{'no':2}],'mitigations':[{'worryNo':1}]}");
        assertThat(missing("{'outcomes':[{'child':'C1'}]}")).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("worry-unanswered");
            assertThat(one.args()).containsExactly(2);
        });
    }

    @Test
    void wantsStatementHandOverAndAnOutcomeForEveryChild() {
        when(journal.latest(REF, "write-final-statement")).thenReturn(Optional.empty());
        when(journal.latest(REF, "hand-over-to-network")).thenReturn(Optional.empty());
        assertThat(codes(missing("{}"))).containsExactly("no-final-statement", "no-hand-over", "child-without-outcome");
    }

    private void handedOver(String json) {
        when(journal.latest(REF, "hand-over-to-network")).thenReturn(entry("hand-over-to-network", object(json)));
    }

    private List<Missing> missing(String json) {
        return gate.missing(REF, submission("close-case", object(json), "signe"));
    }
}
