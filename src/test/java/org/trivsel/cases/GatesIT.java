package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.trivsel.demo.CaseScript;
import org.trivsel.practice.meeting.Meetings;

/** Alma's case once more, with what people may get wrong: each gate says what is missing, and then it is mended. */
@OnH2
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatesIT extends CaseTest {

    @BeforeAll
    void open() {
        CaseScript script = CaseScript.read("case-a", json).as("2026-0207");
        change(script, "2026-03-13T15:45", consent -> consent.put("willing3Control", false));
        change(script, "2026-03-24T19:00", meeting -> meeting.put("type", "EXTRAORDINARY"));
        change(script, "2026-04-21T09:00", recommendation -> recommendation.put("safeEnough", false));
        for (String meeting :
                new String[] {"2026-04-16T19:15", "2026-05-07T19:00", "2026-06-04T19:00", "2026-08-18T19:00"}) {
            change(script, meeting, held -> held.put("caseworkerPresent", false));
        }
        begin(script);
    }

    private static void change(CaseScript script, String at, Consumer<ObjectNode> mistake) {
        mistake.accept(script.steps().stream()
                .filter(step -> step.at().toString().equals(at))
                .map(step -> (ObjectNode) step.data())
                .findFirst()
                .orElseThrow());
    }

    @Test
    @Order(1)
    void endsTheOfferWhenOneParentIsNotWilling() {
        playUntil("2026-03-13T16:00");
        assertThat(missing("G1")).containsExactly("G1.not-willing");
        assertThat(safetyCase().consented()).isFalse();
        assertThat(player.openTasks(caseRef())).containsExactly("UserTask_DecideOtherMeasure");
    }

    @Test
    @Order(2)
    void mayAskTheParentsAgain() {
        answer(
                "signe",
                "UserTask_DecideOtherMeasure",
                """
                {"decision": "ASK_AGAIN", "reason": "Jonas vil gerne tale om de uanmeldte besøg, før han siger ja.",
                 "childSafety": "Den akutte plan gælder. Anna er der alle skolemorgener."}
                """);
        answer(
                "lars",
                "UserTask_RecordParentsAnswer",
                answers("UserTask_RecordParentsAnswer").toString());
        ObjectNode willing = answers("UserTask_RecordConsent");
        for (String parent : new String[] {"P1", "P2"}) {
            player.complete(
                    user("lars"),
                    player.task(caseRef(), "UserTask_RecordConsent", parent),
                    willing.deepCopy().put("person", parent));
        }
        assertThat(passed("G1")).isTrue();
        assertThat(safetyCase().state()).isEqualTo("L1_MAPPING");
    }

    @Test
    @Order(3)
    void leavesLevelOneOnlyAfterAMeetingThatMapped() {
        playUntil("2026-03-27T15:45");
        String decision = answers("UserTask_DecideNextStep").toString();
        assertThat(refusedAtGate("signe", "UserTask_DecideNextStep", decision))
                .containsExactly("G3 no-mapping-meeting");
        meet("MAPPING");
        assertThat(missing("G3")).isEmpty();
    }

    @Test
    @Order(4)
    void approvesOnlyWhatTheCaseworkerFindsSafeEnough() {
        playUntil("2026-04-21T10:00");
        assertThat(
                        refusedAtGate(
                                "karen",
                                "UserTask_ApproveSafetyPlan",
                                """
                        {"decision": "APPROVE", "reason": "Planen ser fin ud.", "decidedAt": "2026-04-21T09:30+02:00"}
                        """))
                .containsExactly("G7 not-safe-enough");
        answer(
                "karen",
                "UserTask_ApproveSafetyPlan",
                """
                {"decision": "RETURN", "reason": "Signe er ikke tryg endnu.", "decidedAt": "2026-04-21T09:35+02:00"}
                """);
        answer("ida", "UserTask_SubmitSafetyPlan", "{}");
        ObjectNode safe = answers("UserTask_RecommendSafetyPlan");
        answer(
                "signe",
                "UserTask_RecommendSafetyPlan",
                safe.put("recommendation", "APPROVE").put("safeEnough", true).toString());
        playUntil("2026-04-21T12:00");
        assertThat(planVersions()).containsExactly("1.0 RETURNED", "1.1 RETURNED", "1.2 APPROVED");
    }

    @Test
    @Order(5)
    void closesOnlyAfterThreeNetworkMeetingsWithTheCaseworker() {
        playUntil("2026-09-04T09:00");
        assertThat(meetings.withCaseworker(caseRef())).isEqualTo(new Meetings.Counts(2, 2, 1));
        String closing = answers("UserTask_CloseCase")
                .put("closedAt", "2026-09-04T08:45+02:00")
                .toString();
        assertThat(refusedAtGate("signe", "UserTask_CloseCase", closing)).containsExactly("G9 too-few-network [2, 3]");
        meet("EXTRAORDINARY");
        playUntil("2026-09-05T08:00");
        assertThat(safetyCase().state()).isEqualTo("CLOSED");
        assertThat(meetings.withCaseworker(caseRef())).isEqualTo(new Meetings.Counts(2, 3, 1));
        assertNothingIsLeft();
    }

    private void meet(String type) {
        start("ida", "NetworkMeetingCalled");
        ObjectNode held = answers("UserTask_HoldNetworkMeeting");
        held.put("type", type).put("caseworkerPresent", true);
        answer("ida", "UserTask_HoldNetworkMeeting", held.toString());
        answer("ida", "UserTask_SendMinutes", answers("UserTask_SendMinutes").toString());
    }
}
