package org.candour.custody;

import org.candour.ledger.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Works on approved orders in the background, also on those that a process which died has left behind. */
@Component
class OrderRelay {
    private static final Logger LOG = LoggerFactory.getLogger(OrderRelay.class);
    private static final int BATCH = 10;

    private final Orders orders;
    private final CarryOutOrder carryOut;

    OrderRelay(Orders orders, CarryOutOrder carryOut) {
        this.orders = orders;
        this.carryOut = carryOut;
    }

    @Scheduled(fixedDelayString = "${candour.custody.relay-interval:PT2S}")
    synchronized void work() {
        try {
            orders.running(BATCH).forEach(this::work);
        } catch (DataAccessException | Unavailable partIsDown) {
            LOG.warn(
                    "Custodians' orders wait: a part does not answer ({})",
                    partIsDown.getClass().getSimpleName());
        }
    }

    /** One order that cannot go on must not hold up those behind it. */
    private void work(Order order) {
        try {
            while (carryOut.step(order.id())) {
                LOG.debug("Order {}: a step is done", order.id());
            }
        } catch (OptimisticLockingFailureException another) {
            LOG.debug("Another process works on order {}", order.id());
        } catch (RuntimeException fault) {
            LOG.warn(
                    "Order {} at {} is tried again: {}",
                    order.id(),
                    order.stage(),
                    fault.getClass().getSimpleName());
        }
    }
}
