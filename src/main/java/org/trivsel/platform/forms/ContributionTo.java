package org.trivsel.platform.forms;

import java.util.Set;

/** A contribution to named forms. */
public abstract class ContributionTo implements FormContribution {

    private final Set<String> forms;

    protected ContributionTo(String... forms) {
        this.forms = Set.of(forms);
    }

    @Override
    public boolean appliesTo(String formId) {
        return forms.contains(formId);
    }
}
