package org.candour.ledger;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candour.ledger.proof.Tree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs the log whenever someone asks, and by itself soon after it has grown. */
final class Publisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final int CLOSING_SECONDS = 5;

    private final TransparencyLog log;
    private final Checkpoints checkpoints;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "ledger-checkpoints");
        thread.setDaemon(true);
        return thread;
    });
    private final Witnesses witnesses;
    private final Turn turn;
    private boolean isSilent;

    /** A tree and the checkpoint of it. */
    record Published(Tree tree, String checkpoint) {}

    Publisher(TransparencyLog log, Checkpoints checkpoints, Witnesses witnesses, Duration maxWait) {
        this.witnesses = witnesses;
        this.turn = new Turn(maxWait);
        this.log = log;
        this.checkpoints = checkpoints;
    }

    Publisher start(Duration every) {
        var unused = clockwork.scheduleWithFixedDelay(this::publishQuietly, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** One at a time: a smaller tree must not come to be signed after a larger. */
    Published publish() {
        return turn.take(this::publishInTurn);
    }

    private Published publishInTurn() {
        log.open();
        var before = checkpoints.newest();
        var tree = log.upToDate();
        return new Published(tree, checkpoints.sign(before, tree).note());
    }

    private void publishQuietly() {
        try {
            var unused = witnesses.ask(publish());
            isSilent = false;
        } catch (RuntimeException e) {
            if (!isSilent) { // once an outage, not every few seconds of it
                LOG.warn("The ledger could not be signed; it is tried again", e);
            }
            isSilent = true;
        }
    }

    /** Lets a checkpoint that is being signed be kept, then ends. */
    @Override
    public void close() {
        clockwork.shutdown();
        try {
            if (!clockwork.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                clockwork.shutdownNow();
            }
        } catch (InterruptedException e) {
            clockwork.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
