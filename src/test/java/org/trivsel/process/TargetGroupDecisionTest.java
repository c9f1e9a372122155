package org.trivsel.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gate G0, rule by rule. A case starts with all four general criteria met and nothing else said. */
class TargetGroupDecisionTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision TARGET_GROUP = ENGINE.parseDecision(
            "target-group", TargetGroupDecisionTest.class.getResourceAsStream("/process/bpmn/target-group.dmn"));

    @ParameterizedTest
    @ValueSource(strings = {"c1ObviousRisk", "c2SeriousHarm", "c3MassiveSupport", "c4OrdinaryInsufficient"})
    void refusesAFamilyThatMissesAnyGeneralCriterion(String criterion) {
        assertDecides(with(criterion, false, "greatSafetyRisk", true), false, "GENERAL_CRITERIA", false);
    }

    @Test
    void refusesAFamilyWhoseGeneralCriteriaNobodyAnswered() {
        var answers = with("greatSafetyRisk", true);
        answers.remove("c1ObviousRisk");

        assertDecides(answers, false, "GENERAL_CRITERIA", false);
    }

    @Test
    void raisesTheAlarmForAHealthInDangerEvenOutsideTheTargetGroup() {
        assertDecides(with("c1ObviousRisk", false, "healthImminent", true), false, "GENERAL_CRITERIA", true);
    }

    @Test
    void acceptsADescribedDoubtInsteadOfARiskTypeForAnUnbornChild() {
        assertDecides(with("track", "UNBORN", "unbornDoubtGiven", true), true, "UNBORN_DOUBT", false);
    }

    @Test
    void asksForARiskTypeWhenNoDoubtAboutTheUnbornChildIsDescribed() {
        assertDecides(with("track", "UNBORN", "unbornDoubtGiven", false), false, "NO_RISK_TYPE", false);
    }

    @Test
    void doesNotAcceptADoubtForAChildThatIsBorn() {
        assertDecides(with("track", "STANDARD", "unbornDoubtGiven", true), false, "NO_RISK_TYPE", false);
    }

    @ParameterizedTest
    @CsvSource({
        "greatSafetyRisk, false",
        "dangerToSelf, false",
        "violenceSexual, false",
        "healthImminent, true",
    })
    void acceptsEveryGraveRiskAndRaisesTheAlarmForTheHealthOnly(String risk, boolean acute) {
        assertDecides(with(risk, true), true, "RISK_TYPE", acute);
    }

    @Test
    void acceptsAGraveRiskBesideNeglectBelowTheThreshold() {
        assertDecides(with("dangerToSelf", true, "grossNeglect", true, "repeatedCount", 1), true, "RISK_TYPE", false);
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, NEGLECT_THRESHOLD_NOT_MET",
        "1, false, NEGLECT_THRESHOLD_NOT_MET",
        "2, true, NEGLECT_THRESHOLD_MET",
        "6, true, NEGLECT_THRESHOLD_MET",
    })
    void asksForTwoRepeatedFormsOfGrossNeglect(int repeated, boolean eligible, String reason) {
        assertDecides(with("grossNeglect", true, "repeatedCount", repeated), eligible, reason, false);
    }

    @Test
    void refusesGrossNeglectWhoseRepetitionsNobodyCounted() {
        var answers = with("grossNeglect", true);
        answers.remove("repeatedCount");

        assertDecides(answers, false, "NEGLECT_THRESHOLD_NOT_MET", false);
    }

    @Test
    void refusesAFamilyWithoutAnyRiskType() {
        assertDecides(with(), false, "NO_RISK_TYPE", false);
    }

    private static Map<String, Object> with(Object... answers) {
        var all = new HashMap<String, Object>(Map.of(
                "c1ObviousRisk",
                true,
                "c2SeriousHarm",
                true,
                "c3MassiveSupport",
                true,
                "c4OrdinaryInsufficient",
                true));
        all.putAll(Map.of("track", "STANDARD", "unbornDoubtGiven", false, "repeatedCount", 0));
        all.putAll(Map.of("greatSafetyRisk", false, "dangerToSelf", false, "healthImminent", false));
        all.putAll(Map.of("violenceSexual", false, "grossNeglect", false));
        for (int i = 0; i < answers.length; i += 2) {
            all.put((String) answers[i], answers[i + 1]);
        }
        return all;
    }

    private static void assertDecides(Map<String, Object> answers, boolean eligible, String reason, boolean acute) {
        assertThat(ENGINE.evaluateDecisionTable(TARGET_GROUP, answers)
                        .getSingleResult()
                        .getEntryMap())
                .isEqualTo(Map.of("eligible", eligible, "reason", reason, "acute", acute));
    }
}
