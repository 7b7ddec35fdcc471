package org.candour.intake;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.candour.access.CaseId;
import org.candour.ledger.Aggregates;
import org.candour.ledger.StaleAggregate;
import org.candour.ledger.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.core.task.TaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hands what stands in the reports' outboxes to whoever listens, at least once; handlers are idempotent. What fails stays and
 * is tried again. A node that runs intake alone has none: whoever listens opens.
 */
@Component
@Profile("!intake")
class OutboxRelay {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 100;

    private final Reports reports;
    private final Aggregates aggregates;
    private final ApplicationEventPublisher events;
    private final TaskExecutor applicationTaskExecutor;
    private final AtomicBoolean isNudged = new AtomicBoolean();

    OutboxRelay(
            Reports reports,
            Aggregates aggregates,
            ApplicationEventPublisher events,
            TaskExecutor applicationTaskExecutor) {
        this.reports = reports;
        this.aggregates = aggregates;
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
            var delivered = new ArrayList<CaseId>();
            aggregates.together(() -> waiting.stream().filter(this::deliver).forEach(delivered::add));
            if (delivered.size() == BATCH) {
                nudge();
            }
        } catch (DataAccessException | Unavailable partIsDown) {
            LOG.warn(
                    "Outboxes wait: a part does not answer ({})",
                    partIsDown.getClass().getSimpleName());
        }
    }

    /** One report whose handler fails must not hold up those behind it. */
    private boolean deliver(CaseId id) {
        try {
            reports.find(id).ifPresent(this::deliver);
            return true;
        } catch (StaleAggregate fault) {
            return false; // and alarmed where it was found
        } catch (DataAccessException | Unavailable partIsDown) {
            throw partIsDown; // and would be for the next report
        } catch (RuntimeException fault) {
            LOG.error(
                    "The outbox of {} is tried again: {}", id, fault.getClass().getSimpleName());
            return false;
        }
    }

    private void deliver(Report report) {
        report.outbox().forEach(events::publishEvent);
        reports.emptyOutbox(report);
    }
}
