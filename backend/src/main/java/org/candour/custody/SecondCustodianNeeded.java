package org.candour.custody;

/** The custodian who proposed an order tried to approve it. */
public final class SecondCustodianNeeded extends RuntimeException {
    SecondCustodianNeeded(OrderId id) {
        super("Order " + id + " needs another custodian's approval");
    }
}
