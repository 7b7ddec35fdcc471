package org.candour.vault;

import org.candour.ledger.Compartment;

/** Somebody tried to use a receipt for what it does not name: a fault in this program, never in a request. */
public final class NotCovered extends IllegalStateException {
    NotCovered(Compartment compartment) {
        super("The receipt does not cover " + compartment);
    }
}
