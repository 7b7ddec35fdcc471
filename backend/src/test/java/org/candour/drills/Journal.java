package org.candour.drills;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/** What the clients of the drill were promised, and what they were told that was never to be told. */
final class Journal {
    final Map<String, Sent> reports = new ConcurrentHashMap<>();
    final Map<String, Noted> notes = new ConcurrentHashMap<>();
    final List<String> grantedCases = new CopyOnWriteArrayList<>();
    final Queue<String> acknowledgedCases = new ConcurrentLinkedQueue<>();
    final Queue<Opened> readings = new ConcurrentLinkedQueue<>();
    final Queue<Opened> refusals = new ConcurrentLinkedQueue<>();
    final Set<String> checkpoints = ConcurrentHashMap.newKeySet();
    final Queue<Proof> proofs = new ConcurrentLinkedQueue<>();
    final AtomicLong largestSize = new AtomicLong();
    final AtomicInteger answered = new AtomicInteger();
    final AtomicIntegerArray answeredBy = new AtomicIntegerArray(Cluster.INSTANCES);
    final AtomicInteger unavailable = new AtomicInteger();
    final AtomicInteger broken = new AtomicInteger();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    /** A report under its idempotency key, whether anybody knows what became of it or not. */
    record Sent(int victim, String body, Optional<Receipt> receipt) {}

    record Receipt(String caseId, String reference, long ledgerIndex) {}

    /** A note's only words; the version that came back, if any did. */
    record Noted(String caseId, boolean isAcknowledged) {}

    /** An answer about a case to somebody, and when it had arrived. */
    record Opened(String caseId, String actor, Instant at) {}

    record Proof(long index, String entry, String text) {}

    void sending(String key, int victim, String body) {
        reports.put(key, new Sent(victim, body, Optional.empty()));
    }

    /** One key has one report, whatever was answered before. */
    void acknowledged(String key, Receipt receipt) {
        reports.computeIfPresent(key, (same, sent) -> {
            if (sent.receipt().isPresent() && !sent.receipt().get().equals(receipt)) {
                fault("One idempotency key was answered with two receipts: "
                        + sent.receipt().get() + ", " + receipt);
            }
            return new Sent(sent.victim(), sent.body(), Optional.of(receipt));
        });
        acknowledgedCases.add(receipt.caseId());
    }

    void fault(String what) {
        faults.add(what);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }
}
