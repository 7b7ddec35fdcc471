package org.candour.intake;

import java.util.concurrent.atomic.AtomicBoolean;
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
            waiting.forEach(this::deliver);
            if (waiting.size() == BATCH) {
                nudge();
            }
        } catch (DataAccessException storeIsDown) {
            LOG.warn(
                    "Outboxes wait: the store does not answer ({})",
                    storeIsDown.getClass().getSimpleName());
        }
    }

    private void deliver(Report report) {
        report.outbox().forEach(events::publishEvent);
        reports.emptyOutbox(report);
    }
}
