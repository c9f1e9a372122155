package org.trivsel.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trivsel.platform.deadline.DeadlineWord;
import org.trivsel.platform.deadline.DeadlineWord.Kind;
import org.trivsel.platform.deadline.RunningDeadline;
import org.trivsel.platform.identity.Absences;
import org.trivsel.platform.worklist.CaseStaff;
import org.trivsel.platform.worklist.Worklist;

/** Who hears a word, where the caseworker takes part in the required meetings only (R068). */
class RecipientsTest {

    private static final String CASE = "2026-0007";
    private static final Instant DUE = Instant.parse("2026-06-01T10:00:00Z");
    private static final Set<String> BOTH = Set.of("consultant", "caseworker");

    private final CaseStaff staff = mock();
    private final Absences absences = mock();
    private final Recipients recipients = new Recipients(staff, mock(Worklist.class), absences);

    @BeforeEach
    void aCase() {
        when(staff.hearing(eq(CASE), eq("consultant"), anyBoolean())).thenReturn(Set.of("lars", "ida"));
        when(staff.hearing(eq(CASE), eq("caseworker"), anyBoolean())).thenReturn(Set.of("signe"));
        when(staff.leavesToOthers(CASE, "caseworker")).thenReturn(true);
        when(absences.substituteOf(anyString())).thenReturn(Optional.empty());
    }

    @Test
    void theConsultantsAloneAreRemindedOfWhatBothWouldBe() {
        assertThat(recipients.of(word(Kind.REMINDER, BOTH, false, false))).containsExactlyInAnyOrder("lars", "ida");
    }

    @Test
    void bothAreRemindedWhereTheCaseworkerTakesPartInMore() {
        when(staff.leavesToOthers(CASE, "caseworker")).thenReturn(false);
        assertThat(recipients.of(word(Kind.REMINDER, BOTH, false, false)))
                .containsExactlyInAnyOrder("lars", "ida", "signe");
    }

    @Test
    void whatIsTheCaseworkersOwnIsTheirsStill() {
        assertThat(recipients.of(word(Kind.REMINDER, Set.of("caseworker"), false, false)))
                .containsExactly("signe");
    }

    @Test
    void whatIsLateOfTheLawOrUrgentReachesEverybody() {
        assertThat(recipients.of(word(Kind.ESCALATION, BOTH, false, false))).contains("signe");
        assertThat(recipients.of(word(Kind.REMINDER, BOTH, true, false))).contains("signe");
        assertThat(recipients.of(word(Kind.REMINDER, BOTH, false, true))).contains("signe");
    }

    private static DeadlineWord word(Kind kind, Set<String> roles, boolean statutory, boolean atOnce) {
        RunningDeadline deadline = new RunningDeadline(
                1, CASE, "T-SPAR", null, DUE, null, DUE, DUE, "P4W", false, "", "", "", statutory, false, atOnce, "",
                null, false, DUE, null);
        return new DeadlineWord(deadline, kind, "P3D", roles, DUE);
    }
}
