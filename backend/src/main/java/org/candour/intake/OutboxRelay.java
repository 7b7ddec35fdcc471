package org.candour.intake;

import java.util.concurrent.atomic.AtomicBoolean;
import org.candour.ledger.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.task.TaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hands what stands in the reports' outboxes to whoever listens, at least once; handlers are idempotent. What fails stays and
 * is tried again.
 */
@Component
class OutboxRelay {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 100;

    private final Reports reports;
    private final ApplicationEventPublisher events;
    private final TaskExecutor applicationTaskExecutor;
    private final AtomicBoolean isNudged = new AtomicBoolean();

    OutboxRelay(Reports reports, ApplicationEventPublisher events, TaskExecutor applicationTaskExecutor) {
        this.reports = reports;
        this.events = events;
        this.applicationTaskExecutor = applicationTaskExecutor;
    }

    /** Something new is waiting: delivers soon, in the background. */
    void nudge() {
        if (isNudged.compareAndSet(false, true)) {
            applicationTaskExecutor.execute(this::deliver);
        }
    }

    /** Delivers what waits; also what a process that died has left behind. */
    @Scheduled(fixedDelayString = "${candour.intake.relay-interval:PT2S}")
    synchronized void deliver() {
        isNudged.set(false); // before the query, so that what comes after it nudges again
        try {
            var waiting = reports.withFullOutbox(BATCH);
            var delivered = waiting.stream().filter(this::deliver).count();
            if (delivered == BATCH) {
                nudge();
            }
        } catch (DataAccessException | Unavailable partIsDown) {
            LOG.warn(
                    "Outboxes wait: a part does not answer ({})",
                    partIsDown.getClass().getSimpleName());
        }
    }

    /** One report whose handler fails must not hold up those behind it. */
    private boolean deliver(Report report) {
        try {
            report.outbox().forEach(events::publishEvent);
            reports.emptyOutbox(report);
            return true;
        } catch (DataAccessException | Unavailable partIsDown) {
            throw partIsDown; // and would be for the next report
        } catch (RuntimeException fault) {
            LOG.error(
                    "The outbox of {} is tried again: {}",
                    report.id(),
                    fault.getClass().getSimpleName());
            return false;
        }
    }
}
