package org.trivsel.practice.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.trivsel.practice.Fixtures.REF;
import static org.trivsel.practice.Fixtures.codes;
import static org.trivsel.practice.Fixtures.persons;
import static org.trivsel.practice.Fixtures.safetyCase;
import static org.trivsel.practice.Fixtures.sample;
import static org.trivsel.practice.Fixtures.submission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trivsel.practice.casefile.People;
import org.trivsel.practice.casefile.Person;
import org.trivsel.practice.casefile.SafetyCases;
import org.trivsel.practice.mapping.Statements;
import org.trivsel.practice.mapping.Statements.Statement;

/** G6: the eight minimum contents, and nothing that leaves a danger uncovered. */
class PlanContentGateTest {

    private final SafetyPlans plans = mock();
    private final Statements statements = mock();
    private final People people = mock();
    private final SafetyCases cases = mock();
    private final PlanContentGate gate = new PlanContentGate(plans, statements, people, cases);
    private final ObjectNode plan = sample("submit-safety-plan");

    @BeforeEach
    void caseA() {
        when(cases.get(REF)).thenReturn(safetyCase());
        when(statements.statements(REF)).thenReturn(List.of(statement("D1"), statement("D2")));
        when(people.of(REF, Person.Role.NETWORK)).thenReturn(persons("N1", "N2", "N3", "N4", "N5", "N6", "N7"));
        when(people.of(REF, Person.Role.PARENT)).thenReturn(persons("P1", "P2"));
    }

    @Test
    void opensForAPlanWithAllEightContents() {
        assertThat(codes(missing())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "agreements, content-1-agreements",
        "contacts, content-2-contacts",
        "childPresentation, content-4-child",
        "informationPlan, content-7-information"
    })
    void namesTheContentThatIsMissing(String key, String code) {
        plan.remove(key);
        assertThat(codes(missing())).containsExactly(code);
    }

    @Test
    void acceptsAReasonInsteadOfAgreementsWithProfessionals() {
        plan.remove("professionalAgreements");
        plan.remove("professionalAgreementsNone");
        assertThat(codes(missing())).containsExactly("content-6-professionals");
        plan.put("professionalAgreementsNone", "Barnet går endnu ikke i institution.");
        assertThat(missing()).isEmpty();
    }

    @Test
    void asksForBothHalvesOfTheContingency() {
        ((ObjectNode) plan.path("contingency")).remove("newConcern");
        assertThat(codes(missing())).containsExactly("content-8a-new-concern");
        ((ObjectNode) plan.path("contingency")).remove("planFails");
        assertThat(codes(missing())).containsExactly("content-8a-new-concern", "content-8b-plan-fails");
    }

    @Test
    void wantsTheAuthorityToKnowWithinADayWhenThePlanFails() {
        plan.path("contingency").path("planFails").forEach(step -> ((ObjectNode) step).put("within", "P3D"));
        assertThat(codes(missing())).containsExactly("content-8b-within-24h");
    }

    @Test
    void rejectsAPlanThatLeavesADangerUncovered() {
        ArrayNode rules = (ArrayNode) plan.path("rules");
        rules.forEach(rule -> ((ObjectNode) rule).putArray("coversStatement").add("D1"));
        assertThat(missing()).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("danger-uncovered");
            assertThat(one.args()).containsExactly("D2");
        });
    }

    @Test
    void rejectsADangerThatOnlyTheParentsLookAfter() {
        plan.path("rules").forEach(rule -> {
            if (rule.path("coversStatement").toString().contains("D2")) {
                ((ObjectNode) rule).putArray("who").add("P2");
            }
        });
        assertThat(codes(missing())).containsExactly("danger-without-network");
    }

    @Test
    void rejectsABackupWhoIsTheOneAlreadyDoingIt() {
        ObjectNode rule = (ObjectNode) plan.path("rules").get(0);
        rule.set("backup", rule.path("who"));
        assertThat(codes(missing())).containsExactly("rule-without-backup");
    }

    @Test
    void namesTheGapOfTheRotaWhenTheChildIsNeverAlone() {
        plan.put("neverAlone", true);
        ArrayNode rota = plan.putArray("rota");
        ObjectNode row =
                rota.addObject().put("from", "00:00").put("to", "24:00").put("person", "N1");
        List.of("MON", "TUE", "WED", "THU", "FRI", "SAT").forEach(row.putArray("weekdays")::add);
        assertThat(codes(missing())).containsExactly("rota-gap");
    }

    @Test
    void wantsTheCaseworkerInEveryStepDown() {
        plan.put("neverAlone", true);
        plan.putArray("rota")
                .addObject()
                .put("from", "00:00")
                .put("to", "24:00")
                .putArray("weekdays")
                .add("MON")
                .add("TUE")
                .add("WED")
                .add("THU")
                .add("FRI")
                .add("SAT")
                .add("SUN");
        ObjectNode step = plan.putArray("stepDown").addObject();
        step.putArray("decidedBy").add("N1");
        assertThat(codes(missing())).containsExactly("step-down-without-caseworker");
        step.putArray("decidedBy").add("N1").add("signe");
        assertThat(missing()).isEmpty();
    }

    @Test
    void asksEachParentForReadinessAndForAWordWhenItIsLow() {
        plan.putArray("readiness")
                .addObject()
                .put("person", "P1")
                .put("will", 9)
                .put("belief", 4)
                .put("ability", 6);
        assertThat(codes(missing())).containsExactly("readiness-comment", "readiness-missing");
    }

    @Test
    void looksAtTheLatestVersionWhenNobodySubmits() {
        when(plans.latest(REF)).thenReturn(Optional.empty());
        assertThat(codes(gate.missing(REF, null))).containsExactly("no-plan");
    }

    private List<org.trivsel.platform.worklist.TaskGate.Missing> missing() {
        return gate.missing(REF, submission("submit-safety-plan", plan, "lars"));
    }

    private static Statement statement(String id) {
        return new Statement(id, "Kommunen", null, "fare", "betydning", List.of("C1"), null, null, null);
    }
}
