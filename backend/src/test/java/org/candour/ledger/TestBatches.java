package org.candour.ledger;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;

/** Entries on their way in. */
final class TestBatches {
    private static final SecureRandom RANDOM = new SecureRandom();

    private TestBatches() {}

    static Pending pending() {
        var entry = TestEntries.refused();
        return new Pending(Leaf.of(entry, TestLedgers.CLOCK, RANDOM).bytes(), entry.caseId());
    }

    static List<Pending> of(int size) {
        return IntStream.range(0, size).mapToObj(i -> pending()).toList();
    }
}
