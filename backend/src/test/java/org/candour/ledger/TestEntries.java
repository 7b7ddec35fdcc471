package org.candour.ledger;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Entries for tests. */
final class TestEntries {
    static final UUID CASE = UUID.fromString("01934f3e-0000-7000-8000-000000000001");

    private TestEntries() {}

    static Entry admitted() {
        return admitted(CASE, "open the account");
    }

    static Entry admitted(UUID caseId, String purpose) {
        return new Entry(
                "pseudonym",
                "advocate",
                "UNKNOWN",
                "OPEN_CASE",
                Optional.of(caseId),
                Optional.of(caseId),
                Set.of(Compartment.ACCOUNT, Compartment.IDENTITY),
                purpose,
                Outcome.ADMITTED,
                Optional.empty(),
                Optional.empty());
    }

    static Entry refused() {
        return new Entry(
                "pseudonym",
                "NONE",
                "UNKNOWN",
                "OPEN_CASE",
                Optional.of(CASE),
                Optional.empty(),
                Set.of(),
                "open the account",
                Outcome.REFUSED,
                Optional.of("no grant"),
                Optional.empty());
    }
}
