package org.trivsel.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.trivsel.demo.CaseScript;
import org.trivsel.platform.engine.CaseMessages;
import org.trivsel.platform.worklist.ActionRefused;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.events.ReopenCase;
import org.trivsel.practice.mapping.Statements;

/**
 * Ways a case ends, or turns, before its plan has done its work: E1, E7, E10, E11, E13, E14. Each child has an outcome of
 * its own afterwards, and nothing of the case goes on.
 */
@OnH2
class EarlyEndsIT extends LifeTest {

    @Autowired
    CaseMessages messages;

    @Autowired
    ReopenCase reopenCase;

    @Autowired
    Statements statements;

    private void play(String script, String caseRef, String until) {
        begin(CaseScript.read(script, json).as(caseRef));
        playUntil(until);
    }

    private String outcome() {
        return people.find(caseRef(), "C1").map(Person::outcome).orElse(null);
    }

    private void endAcutePlan() {
        give("signe", "UserTask_ReviewAcutePlan", form -> {
            form.put("decision", "OTHER_MEASURE").remove("reviewAt");
            form.putNull("changes"); // prefilled, and hidden by this answer
        });
    }

    private void withdrawConsentForGood() {
        start("lars", "ConsentWithdrawn");
        give("lars", "UserTask_RegisterWithdrawal", form -> form.putArray("persons")
                .add("P1")
                .add("P2"));
        give("signe", "UserTask_AssessSafetyWithoutPlan", form -> {});
        give("lars", "UserTask_HoldWithdrawalTalk", form -> {});
        give("signe", "UserTask_DecideAfterWithdrawal", form -> form.put("decision", "OTHER_SUPPORT"));
    }

    @Test
    void parentsWhoDoNotConsentAgainEndTheWorkAndMayComeBack() {
        play("case-a", "2026-0611", "2026-03-27T12:00");
        withdrawConsentForGood();
        assertThat(safetyCase().state()).isEqualTo("WITHDRAWN");
        assertThat(outcome()).isEqualTo("CONSENT_WITHDRAWN");
        assertNothingIsLeft();

        String old = caseRef();
        String again = reopenCase.reopen(user("signe"), old, sample("reopen-case"));
        assertThat(cases.reopened(again)).contains(old);
        assertThat(cases.get(again).consented()).as("consent is given anew").isFalse();
        assertThat(statements.statements(again)).hasSameSizeAs(statements.statements(old));
        assertThat(people.find(again, "C1").map(Person::outcome)).isEmpty();
        assertThat(player.openTasks(again)).contains("UserTask_AssessImmediateSafety");
        assertThatThrownBy(() -> reopenCase.reopen(user("signe"), old, sample("reopen-case")))
                .isInstanceOfSatisfying(ActionRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo("reopened-already"));
    }

    /** The pages somebody still has open, and what they do there. */
    @Test
    void aPageOfACaseThatWasClosedMeanwhileSaysSo() throws Exception {
        play("case-a", "2026-0655", "2026-03-27T12:00");
        String task = "/tasks/" + task(open().get(0)).id();
        String caseUrl = "/cases/" + caseRef();
        withdrawConsentForGood();
        assertNothingIsLeft();

        assertThat(said(get(caseUrl))).startsWith("200").contains("Samtykke trukket tilbage", "Ingen åbne opgaver.");
        for (MockHttpServletRequestBuilder onTheTask : List.of(
                get(task),
                get(task + "/form").accept(MediaType.APPLICATION_JSON),
                put(task + "/draft").contentType(MediaType.APPLICATION_JSON).content("{\"place\": \"Skolen\"}"),
                post(task + "/complete").contentType(MediaType.APPLICATION_JSON).content("{}"),
                post(task + "/comments").param("text", "Ring til Mette"))) {
            assertThat(said(onTheTask)).startsWith("409").contains("forløbet er gået videre", "bliver stående");
        }
        assertThat(said(post(caseUrl + "/actions/ChildConversationRequested").param("ticket", "t")))
                .startsWith("409")
                .contains("Det kan ikke startes nu");
    }

    private String said(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = web.perform(request.with(SecurityMockMvcRequestPostProcessors.user("lars"))
                        .with(csrf())
                        .locale(Locale.forLanguageTag("da")))
                .andReturn()
                .getResponse();
        return answer.getStatus() + " " + answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aFamilyThatMovesTakesItsPlanAlong() {
        play("case-a", "2026-0621", "2026-05-12T15:00");
        start("signe", "FamilyMoving");
        give("signe", "UserTask_RegisterMove", form -> {});
        give("signe", "UserTask_SendTransferPackage", form -> {});
        later(Duration.ofDays(9));
        assertThat(open()).as("nobody confirmed for five working days").contains("UserTask_CallNewMunicipality");
        give("signe", "UserTask_CallNewMunicipality", form -> {});
        give("signe", "UserTask_ConfirmReceipt", form -> {});
        assertThat(safetyCase().isClosed())
                .as("the plan is in force until the families meet")
                .isFalse();
        give("ida", "UserTask_HoldWarmHandOver", form -> {});
        assertThat(safetyCase().state()).isEqualTo("TRANSFERRED");
        assertThat(outcome()).isEqualTo("MOVED");
        assertNothingIsLeft();
    }

    @Test
    void whereNoPlanIsPossibleTheAcutePlanStaysUntilTheDecisionAndTheChildIsTold() {
        play("case-a", "2026-0631", "2026-04-08T09:30");
        start("lars", "ContactLost");
        give("lars", "UserTask_RegisterMissedContacts", form -> {});
        give("signe", "UserTask_InformOfLostContact", form -> {});
        give("lars", "UserTask_SeekContact", form -> {});
        give("signe", "UserTask_DecideOnContact", form -> form.put("decision", "NO_COOPERATION"));
        assertThat(open()).contains("UserTask_ReportNoPlan").doesNotContain("UserTask_ExploreStrengths");
        give("lars", "UserTask_ReportNoPlan", form -> form.put("parentPosition", "OPPOSES"));
        assertThat(messages.runs(caseRef(), "acute-safety")).isTrue();
        give("karen", "UserTask_DecideAfterNoPlan", form -> form.put("decision", "PLACEMENT_COMPULSORY"));
        give("lars", "UserTask_ExplainPlacementToChild", form -> {});
        assertThat(safetyCase().state()).isEqualTo("PLACED");
        assertThat(outcome()).isEqualTo("PLACED_AGAINST");
        endAcutePlan();
        assertNothingIsLeft();
    }

    @Test
    void aPlacedChildIsWorkedHomeFromTheLevelThatWasReached() {
        play("case-a", "2026-0641", "2026-04-08T09:30");
        start("ida", "AcuteDangerReported");
        give("signe", "UserTask_AssessImmediateSafety", form -> form.put("assessment", "PLACEMENT_NEEDED"));
        give("signe", "UserTask_ArrangePlacement", form -> {});
        assertThat(open()).contains("UserTask_ExplainPlacementToChild");
        assertThat(outcome()).as("the case goes on for the child").isNull();
        give("lars", "UserTask_ExplainPlacementToChild", form -> {});
        give("signe", "UserTask_DecideAfterPlacement", form -> {});
        assertThat(safetyCase().track()).isEqualTo("RETURN_HOME");
        assertThat(safetyCase().placementStatus()).isEqualTo("PLACED_VOLUNTARY");
        assertThat(safetyCase().state()).isEqualTo("L2_SAFETY_WORK");
        assertThat(open()).contains("UserTask_HoldSafetyWorkStartup");
    }

    @Test
    void aPregnancyThatEndsEndsEveryReminderAtOnce() {
        play("case-b", "2026-0651", "2026-05-22T08:00");
        start("pia", "PregnancyEnded");
        give("pia", "UserTask_RegisterPregnancyEnd", form -> {});
        assertThat(safetyCase().state()).isEqualTo("CLOSED");
        assertThat(outcome()).isEqualTo("PREGNANCY_ENDED");
        assertNothingIsLeft();
    }
}
