package org.candour.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a failed start which rule file is at fault, in place of a stack trace. */
final class RuleFileFailureAnalyzer extends AbstractFailureAnalyzer<RuleFileRejected> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RuleFileRejected cause) {
        return new FailureAnalysis(cause.getMessage(), "Mend that line, and start again.", cause);
    }
}
