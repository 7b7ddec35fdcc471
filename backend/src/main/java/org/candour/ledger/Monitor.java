package org.candour.ledger;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the whole log again and again, a page at a time, and compares it with everything that was signed. What it finds is an
 * alarm; that nothing is signed or appended to a log that contradicts its checkpoints, {@link Checkpoints} sees to.
 */
final class Monitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
    private static final int PAGE = 1_000;

    private final LedgerStore store;
    private final OutsideCheckpoints outside;
    private final LogKey key;
    private final Alarms alarms;
    private final Clock clock;
    private final Ages ages;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "ledger-monitor");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable MonitorPass pass;
    private volatile long read;
    private volatile @Nullable Instant completed;

    Monitor(LedgerStore store, OutsideCheckpoints outside, LogKey key, Alarms alarms, Clock clock, Ages ages) {
        this.store = store;
        this.outside = outside;
        this.key = key;
        this.alarms = alarms;
        this.clock = clock;
        this.ages = ages;
    }

    Monitor start(Duration every) {
        var unused = clockwork.scheduleWithFixedDelay(
                this::stepQuietly, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** How many entries of the present pass were read. */
    long read() {
        return read;
    }

    /** When a pass last came to its end, whatever it found. */
    Optional<Instant> completed() {
        return Optional.ofNullable(completed);
    }

    long completedSeconds() {
        return completed().map(Instant::getEpochSecond).orElse(0L);
    }

    private void stepQuietly() {
        try {
            ages.look();
            step();
        } catch (LedgerUnavailable | IOException e) {
            pass = null; // begins again, for what it waited for may have changed
            LOG.debug("The monitor waits for the store", e);
        } catch (RuntimeException e) {
            pass = null;
            alarms.raise(
                    Alarm.LOG_MISMATCH,
                    "The monitor cannot read the log: " + e.getClass().getSimpleName());
        }
    }

    /** Reads one page; at the end of the log, closes the pass. */
    synchronized void step() throws IOException {
        var running = pass == null ? MonitorPass.begin(store, outside, key) : pass;
        pass = running;
        boolean isAtEnd = running.page(PAGE);
        read = running.size();
        running.findings().forEach(alarms::raise);
        if (isAtEnd) {
            running.quiet().forEach(alarms::clear);
            pass = null;
            completed = clock.instant();
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
