package org.candour.ledger;

/** Somebody tried to use a receipt twice: a fault in this program, never in a request. */
public final class ReceiptSpent extends IllegalStateException {
    ReceiptSpent(long index) {
        super("The receipt of ledger entry " + index + " is spent");
    }
}
