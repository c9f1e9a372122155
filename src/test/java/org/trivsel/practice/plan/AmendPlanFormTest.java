package org.trivsel.practice.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trivsel.practice.Fixtures.object;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trivsel.platform.forms.Answers;

/** Who must agree to a change of the plan (F28). */
class AmendPlanFormTest {

    @ParameterizedTest
    @CsvSource({
        "REMOVE, false, VISIT, MANAGER",
        "WEAKEN, true, CHILD, CASEWORKER",
        "CHANGE, false, DEVIATION, CASEWORKER",
        "ADD, false, NETWORK_MEETING, NONE",
        "ADD, true, NETWORK_MEETING, CASEWORKER",
        "ADD, false, STEP_DOWN, CASEWORKER"
    })
    void followsFromWhatChanges(String kind, boolean material, String origin, String level) {
        Answers form = new Answers(object("{'origin':'%s','material':%s,'ruleChanges':[{'kind':'%s','no':1}]}"
                .formatted(origin, material, kind)));
        assertThat(AmendPlanForm.approvalLevel(form)).isEqualTo(level);
    }
}
