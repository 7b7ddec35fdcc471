package org.candour.vault;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A node that is to run intake alone was given keys that open, or none at all. */
final class SealingNodeRefused extends RuntimeException {
    SealingNodeRefused(String reason, @Nullable Throwable cause) {
        super(
                "A node that runs intake alone must hold the blind keys and public halves, and nothing that opens; but: "
                        + reason,
                cause);
    }

    /** Says so at the failed start, in place of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<SealingNodeRefused> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, SealingNodeRefused cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Make a directory of keys for it with: java -jar candour.jar vault intake-node --from DIR --to DIR ..."
                            + " and name that one in candour.vault.directory. Keep the full one off this machine.",
                    cause);
        }
    }
}
