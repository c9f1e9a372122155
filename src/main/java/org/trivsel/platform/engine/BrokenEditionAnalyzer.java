package org.trivsel.platform.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a broken model or form as a person reads it, instead of a stack trace. */
class BrokenEditionAnalyzer extends AbstractFailureAnalyzer<BrokenEdition> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokenEdition cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Mend the file in bpmn/ or forms/ (docs/modelling.md says how) and start again.",
                cause);
    }
}
