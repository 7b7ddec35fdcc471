package org.candour.ledger;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.candour.ledger.proof.Hash;

/** Entries on their way in. */
final class TestBatches {
    private static final SecureRandom RANDOM = new SecureRandom();

    private TestBatches() {}

    /** Leaf hashes, always the same. */
    static List<Hash> hashes(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Hash.ofLeaf(new byte[] {(byte) i, (byte) (i >> 8)}))
                .toList();
    }

    static Pending pending() {
        var entry = TestEntries.refused();
        return new Pending(Leaf.of(entry, TestLedgers.CLOCK, RANDOM).bytes(), entry.caseId(), entry.reason());
    }

    static List<Pending> of(int size) {
        return IntStream.range(0, size).mapToObj(i -> pending()).toList();
    }
}
