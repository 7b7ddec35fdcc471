package org.candour.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Group commit: one thread takes all that waits and has it written at once. */
final class Sequencer implements AutoCloseable {
    private static final int MAX_BATCH = 256;

    private final TransparencyLog log;
    private final BlockingQueue<Pending> queue;
    private final Duration wait;
    private final Thread thread;
    private volatile boolean isClosed;

    Sequencer(TransparencyLog log, int capacity, Duration wait) {
        this.log = log;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.wait = wait;
        this.thread = new Thread(this::run, "ledger-sequencer");
        thread.setDaemon(true);
    }

    Sequencer start() {
        thread.start();
        return this;
    }

    /**
     * Returns the index of the entry once it is durable.
     *
     * @throws LedgerUnavailable at once if too many wait already, or later if it is not durable in time
     */
    long append(Pending pending) {
        if (isClosed || !queue.offer(pending)) {
            throw new LedgerUnavailable(isClosed ? "The ledger is closed" : "Too many entries wait for the ledger");
        }
        return pending.await(wait);
    }

    private void run() {
        var batch = new ArrayList<Pending>(MAX_BATCH);
        while (!isClosed) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, MAX_BATCH - 1);
                log.append(batch);
            } catch (InterruptedException e) {
                break; // only close() interrupts
            } finally {
                batch.clear();
            }
        }
        queue.forEach(pending -> pending.fail(new LedgerUnavailable("The ledger is closed")));
    }

    /** Ends the thread. What still waits fails. */
    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
    }
}
