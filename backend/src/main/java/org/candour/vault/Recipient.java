package org.candour.vault;

import java.util.EnumSet;
import java.util.Set;
import org.candour.ledger.Compartment;

/** A service with a key pair of its own, and the compartments whose keys are wrapped to it. No others ever are. */
public enum Recipient {
    CASE_SERVICE,
    LINKAGE,
    DISCLOSURE;

    /** What this recipient can open. */
    public Set<Compartment> compartments() {
        return switch (this) {
            case CASE_SERVICE -> EnumSet.complementOf(EnumSet.of(Compartment.REDACTED_COPY));
            case LINKAGE -> EnumSet.of(Compartment.ACCUSED);
            case DISCLOSURE -> EnumSet.of(Compartment.REDACTED_COPY);
        };
    }
}
