package org.candour.ledger;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Receipts for the tests of rooms above, which cannot make any. */
public final class TestReceipts {
    private TestReceipts() {}

    public static Receipt receipt(UUID object, Set<Compartment> compartments) {
        return new Receipt(0, Instant.EPOCH, "TEST", object, compartments);
    }

    public static Receipt receipt(UUID object, Compartment... compartments) {
        return receipt(object, Set.of(compartments));
    }

    /** For an act that opens no compartment. */
    public static Receipt receipt(String act, UUID object) {
        return new Receipt(0, Instant.EPOCH, act, object, Set.of());
    }
}
