package org.trivsel.practice.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.trivsel.practice.Fixtures.REF;
import static org.trivsel.practice.Fixtures.codes;
import static org.trivsel.practice.Fixtures.entry;
import static org.trivsel.practice.Fixtures.object;
import static org.trivsel.practice.Fixtures.persons;
import static org.trivsel.practice.Fixtures.safetyCase;
import static org.trivsel.practice.Fixtures.submission;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trivsel.practice.casefile.Journal;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.child.ChildConversations;
import org.trivsel.practice.meeting.Meetings;

/** G3: level 2 does not begin before level 1 is complete (R116). */
class MappingGateTest {

    private final SafetyCases cases = mock();
    private final People people = mock();
    private final Journal journal = mock();
    private final ScaleRatings ratings = mock();
    private final ChildConversations conversations = mock();
    private final Meetings meetings = mock();
    private final MappingGate gate = new MappingGate(cases, people, journal, ratings, conversations, meetings);

    @BeforeEach
    void levelOneIsComplete() {
        when(cases.get(REF)).thenReturn(safetyCase());
        when(people.of(REF, Person.Role.CHILD)).thenReturn(persons("C1", "C2"));
        when(people.of(REF, Person.Role.PARENT)).thenReturn(persons("P1", "P2"));
        rated("signe", "P1", "ida");
        when(conversations.heldOrWaived(REF, "C1")).thenReturn(true);
        when(conversations.heldOrWaived(REF, "C2")).thenReturn(true);
        when(meetings.count(REF, "MAPPING")).thenReturn(1);
        said("compile-mapping", "{'complete':true}");
        said("make-network-inventory", "{'genogram':[{'person':'Alma','parents':'Mette'}]}");
        said("hold-next-step-meeting", "{'participants':['signe','P1','N1','lars']}");
    }

    @Test
    void opensWhenLevelOneIsComplete() {
        assertThat(gate.missing(REF, null)).isEmpty();
    }

    @Test
    void namesTheChildNobodyTalkedWith() {
        when(conversations.heldOrWaived(REF, "C2")).thenReturn(false);
        assertThat(gate.missing(REF, null)).singleElement().satisfies(missing -> {
            assertThat(missing.code()).isEqualTo("no-child-conversation");
            assertThat(missing.args()).containsExactly("C2");
            assertThat(missing.mend()).isEqualTo("action:ChildConversationRequested");
        });
    }

    @Test
    void namesWhoseNumberOnTheScaleIsMissing() {
        rated();
        assertThat(codes(gate.missing(REF, null)))
                .containsExactly("scale-caseworker", "scale-parent", "scale-consultant");
    }

    @Test
    void namesTheUnfinishedMapping() {
        said("compile-mapping", "{'complete':false}");
        assertThat(codes(gate.missing(REF, null))).containsExactly("mapping-incomplete");
    }

    @Test
    void namesInventoryGenogramAndMeetings() {
        when(journal.latest(REF, "make-network-inventory")).thenReturn(Optional.empty());
        when(meetings.count(REF, "MAPPING")).thenReturn(0);
        when(journal.latest(REF, "hold-next-step-meeting")).thenReturn(Optional.empty());
        assertThat(codes(gate.missing(REF, null)))
                .containsExactly("no-inventory", "no-mapping-meeting", "no-closing-meeting");
        said("make-network-inventory", "{'persons':[]}");
        assertThat(codes(gate.missing(REF, null))).contains("no-genogram");
    }

    @Test
    void namesWhoWasNotAtTheClosingMeeting() {
        said("hold-next-step-meeting", "{'participants':['lars']}");
        assertThat(codes(gate.missing(REF, null)))
                .containsExactly("meeting-without-caseworker", "meeting-without-parent", "meeting-without-network");
    }

    @Test
    void letsTheCaseLeaveLevelOneByAnotherWay() {
        assertThat(gate.applies(submission("decide-next-step", object("{'decision':'OTHER_SUPPORT'}"), "signe")))
                .isFalse();
        assertThat(gate.applies(submission("decide-next-step", object("{'decision':'TO_LEVEL_2'}"), "signe")))
                .isTrue();
    }

    private void said(String form, String json) {
        when(journal.latest(REF, form)).thenReturn(entry(form, object(json)));
    }

    private void rated(String... raters) {
        Map<String, ScaleRatings.Rating> latest = new java.util.HashMap<>();
        for (String rater : raters) {
            latest.put(rater, new ScaleRatings.Rating(rater, 4, LocalDate.of(2026, 3, 24), "x", null));
        }
        when(ratings.latest(REF)).thenReturn(latest);
    }
}
