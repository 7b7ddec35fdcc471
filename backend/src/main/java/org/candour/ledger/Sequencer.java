package org.candour.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Group commit: one thread takes all that waits and has it written at once. */
final class Sequencer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
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
        offer(pending);
        return pending.await(wait);
    }

    /** As {@link #append}, with the waiting left to the caller, who runs what is returned. */
    Runnable enqueue(Pending pending) {
        offer(pending);
        return () -> pending.await(wait);
    }

    private void offer(Pending pending) {
        if (isClosed || !queue.offer(pending)) {
            throw new LedgerUnavailable(isClosed ? "The ledger is closed" : "Too many entries wait for the ledger");
        }
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
            } catch (Throwable e) { // an Error, too: without this thread nothing is admitted until a restart
                fail(batch, e);
            } finally {
                batch.clear();
            }
        }
        queue.forEach(pending -> pending.fail(new LedgerUnavailable("The ledger is closed")));
    }

    /** Whether they were written is unknown; the log reads that from the store before it goes on. */
    private static void fail(List<Pending> batch, Throwable cause) {
        LOG.error("The ledger could not append", cause);
        batch.forEach(pending -> pending.fail(new LedgerUnavailable("The ledger could not append", cause)));
    }

    /** Ends the thread. What still waits fails. */
    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
    }
}
