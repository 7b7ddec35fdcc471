package org.candour.ledger;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One at a time, in the order of arrival, and none waits for longer than a request may. */
final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Duration maxWait;

    Turn(Duration maxWait) {
        this.maxWait = maxWait;
    }

    /** @throws LedgerUnavailable if the turn does not come in time */
    <T> T take(Supplier<T> task) {
        try {
            if (!lock.tryLock(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new LedgerUnavailable("The ledger is busy waiting for its store");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("Interrupted while waiting for the ledger", e);
        }
        try {
            return task.get();
        } finally {
            lock.unlock();
        }
    }

    /** For the one thread that everyone waits for: it has the time. */
    void await(Runnable task) {
        lock.lock();
        try {
            task.run();
        } finally {
            lock.unlock();
        }
    }
}
