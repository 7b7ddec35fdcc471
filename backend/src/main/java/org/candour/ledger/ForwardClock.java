package org.candour.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A clock that never goes back: set back, the machine's clock stands still here until it has caught up. So no entry of this
 * instance bears an earlier time than one recorded before it, and no checkpoint looks older than the one before.
 */
final class ForwardClock extends Clock {
    private static final Logger LOG = LoggerFactory.getLogger(ForwardClock.class);
    /** Smaller steps are how machines keep time. */
    private static final Duration REMARKABLE = Duration.ofSeconds(2);

    private final Clock machine;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);
    private volatile boolean isBehind;

    ForwardClock(Clock machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        var now = machine.instant();
        var reached = latest.accumulateAndGet(now, (one, other) -> one.isAfter(other) ? one : other);
        boolean wasBehind = isBehind;
        isBehind = Duration.between(now, reached).compareTo(REMARKABLE) > 0;
        if (isBehind && !wasBehind) {
            LOG.warn("The machine's clock was set back; the ledger's time stands still at {}", reached);
        }
        return reached;
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone);
    }
}
