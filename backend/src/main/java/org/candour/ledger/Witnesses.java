package org.candour.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.candour.ledger.proof.ProofRejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has checkpoints cosigned, each witness on a thread of its own, so that one that is down holds nobody up. Cosignatures are
 * kept beside the checkpoints, in the store and outside it.
 */
final class Witnesses implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final int WAITING = 4;

    private final LogKey key;
    private final LedgerStore store;
    private final OutsideCheckpoints outside;
    private final Alarms alarms;
    private final Duration wait;
    private final List<Asked> asked;
    private final Set<String> disagreeing = new HashSet<>();

    private record Asked(WitnessClient witness, ExecutorService thread) {}

    Witnesses(
            List<WitnessClient> witnesses,
            LogKey key,
            LedgerStore store,
            OutsideCheckpoints outside,
            Alarms alarms,
            Duration wait) {
        this.key = key;
        this.store = store;
        this.outside = outside;
        this.alarms = alarms;
        this.wait = wait;
        this.asked = witnesses.stream()
                .map(witness -> new Asked(witness, thread(witness.id())))
                .toList();
    }

    private static ExecutorService thread(String id) {
        var queue = new ArrayBlockingQueue<Runnable>(WAITING);
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, queue, task -> {
            var thread = new Thread(task, "ledger-witness-" + id);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Those who have cosigned a checkpoint, each with its lines. What the store holds is checked again: an alarm is up for
     * lines that do not hold, and they are left out.
     */
    private Map<String, String> cosignatures(String note, long size) {
        var stored = asked.isEmpty() ? Map.<String, String>of() : store.cosignatures(size);
        var valid = new TreeMap<String, String>();
        for (var each : asked) {
            var name = each.witness().name();
            var lines = stored.get(name);
            if (lines != null) {
                try {
                    each.witness().require(note, lines, key.policy());
                    valid.put(name, lines);
                } catch (ProofRejected e) {
                    alarms.raise(
                            Alarm.LOG_MISMATCH,
                            "The stored cosignature of " + name + " for " + size + " entries does not hold");
                }
            }
        }
        return valid;
    }

    /** How many have cosigned. */
    int count(Checkpoints.Signed signed) {
        return cosignatures(signed.note(), signed.size()).size();
    }

    /** Asks those who have not cosigned this checkpoint yet, and does not wait for them. */
    CompletableFuture<Void> ask(Publisher.Published published) {
        if (asked.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        var known = cosignatures(published.checkpoint(), published.tree().size());
        return CompletableFuture.allOf(asked.stream()
                .filter(each -> !known.containsKey(each.witness().name()))
                .map(each -> ask(each, published))
                .toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> ask(Asked each, Publisher.Published published) {
        try {
            return CompletableFuture.runAsync(() -> ask(each.witness(), published), each.thread());
        } catch (RejectedExecutionException e) {
            LOG.debug("A witness is still busy with earlier checkpoints", e);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void ask(WitnessClient witness, Publisher.Published published) {
        try {
            var note = published.checkpoint();
            long size = published.tree().size();
            var lines = witness.cosign(note, published.tree(), key.policy());
            store.putCosignature(size, witness.name(), lines);
            outside.keepCosigned(size, witness.id(), note + lines);
            agreed(witness);
        } catch (WitnessClient.Disagreement e) {
            disagreed(witness, published, e);
        } catch (IOException | ProofRejected | RuntimeException e) {
            LOG.warn("The witness {} did not cosign; it is asked again for the next checkpoint", witness.name(), e);
        }
    }

    /** Another instance may have had a later checkpoint cosigned; but then it is in the store. */
    private void disagreed(
            WitnessClient witness, Publisher.Published published, WitnessClient.Disagreement disagreement) {
        long size = disagreement.size();
        if (size > published.tree().size() && isSigned(size)) {
            return;
        }
        synchronized (disagreeing) {
            disagreeing.add(witness.name());
        }
        alarms.raise(
                Alarm.WITNESS_DISAGREES,
                "The witness " + witness.name() + " knows another log of " + size + " entries than ours of "
                        + published.tree().size());
    }

    private boolean isSigned(long size) {
        try {
            var newest = store.lastCheckpoint().orElse("").getBytes(StandardCharsets.UTF_8);
            return key.policy().open(newest).checkpoint().size() >= size;
        } catch (ProofRejected e) {
            return false;
        }
    }

    private void agreed(WitnessClient witness) {
        synchronized (disagreeing) {
            if (disagreeing.remove(witness.name()) && disagreeing.isEmpty()) {
                alarms.clear(Alarm.WITNESS_DISAGREES);
            }
        }
    }

    /** The checkpoint with the cosignatures that come in the time that a caller waits. */
    String cosigned(Publisher.Published published) {
        try {
            ask(published).get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("Given out with the cosignatures there are", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var lines = cosignatures(published.checkpoint(), published.tree().size());
        return published.checkpoint() + String.join("", lines.values());
    }

    @Override
    public void close() {
        asked.forEach(each -> each.thread().shutdownNow());
    }
}
