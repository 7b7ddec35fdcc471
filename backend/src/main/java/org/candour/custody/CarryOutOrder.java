package org.candour.custody;

import java.time.Clock;
import java.util.List;
import org.candour.vault.KeyDestruction;
import org.candour.vault.KeyRotation;
import org.candour.vault.KeyState;
import org.springframework.stereotype.Component;

/**
 * Carries out one step of an approved order and saves where it is. A step that was done and not saved, by a process that died or
 * one that was slower than another, is found done when it is tried again; so a process may stop anywhere, and several may try.
 */
@Component
class CarryOutOrder {
    private static final int PAGE = 200;

    private final Orders orders;
    private final KeyRotation rotation;
    private final KeyDestruction destruction;
    private final Certificate certificate;
    private final CustodySettings settings;
    private final Clock clock;

    CarryOutOrder(
            Orders orders,
            KeyRotation rotation,
            KeyDestruction destruction,
            Certificate certificate,
            CustodySettings settings,
            Clock clock) {
        this.orders = orders;
        this.rotation = rotation;
        this.destruction = destruction;
        this.certificate = certificate;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One step.
     *
     * @return whether the next one may follow at once; not if the order is done, or has to wait
     * @throws org.candour.ledger.Unavailable if a part did not answer; to be tried again
     * @throws org.springframework.dao.OptimisticLockingFailureException if another process is at it
     */
    boolean step(OrderId id) {
        var order = orders.get(id);
        if (!order.stage().isRunning() || mustWait(order)) {
            return false;
        }
        var before = order.summary();
        order.group().ifPresentOrElse(group -> rotate(order, group), () -> erase(order));
        orders.save(order);
        return isOnward(before, order.summary());
    }

    private boolean mustWait(Order order) {
        var until = order.madeAt().map(made -> made.plus(settings.settle()));
        return order.stage() == Stage.SETTLING
                && until.filter(clock.instant()::isBefore).isPresent();
    }

    /** What is rejected stays so until a person has looked at it: no use to ask again and again. */
    private static boolean isOnward(OrderSummary before, OrderSummary after) {
        return after.stage() != before.stage() || after.rejected() == 0 || after.rewrapped() > before.rewrapped();
    }

    private void rotate(Order order, KeyGroup group) {
        var family = group.family();
        var old = order.old();
        switch (order.stage()) {
            case APPROVED ->
                order.began(rotation.states(family).stream().map(KeyState::id).toList());
            case MAKING -> order.made(rotation.successorOf(family, old), clock.instant());
            case MOVING -> order.moved(rotation.move(family, old, order.passAfter(), PAGE), Stage.SETTLING);
            case SETTLING -> {
                rotation.close(family, old);
                order.settled();
            }
            case LAST_PASS -> order.moved(rotation.move(family, old, order.passAfter(), PAGE), Stage.DESTROYING);
            case DESTROYING -> {
                rotation.retire(family, old);
                order.destroyed(old.stream().sorted().toList());
            }
            case CERTIFYING -> order.certified(certificate.of(order.summary(), clock.instant()));
            case PROPOSED, DONE, CANCELLED -> throw new OrderClosed(order.id(), order.stage());
        }
    }

    private void erase(Order order) {
        switch (order.stage()) {
            case APPROVED -> order.began(List.of());
            case DESTROYING ->
                order.destroyed(destruction.destroy(order.object().orElseThrow()));
            case CERTIFYING -> order.certified(certificate.of(order.summary(), clock.instant()));
            case PROPOSED, MAKING, MOVING, SETTLING, LAST_PASS, DONE, CANCELLED ->
                throw new OrderClosed(order.id(), order.stage());
        }
    }
}
