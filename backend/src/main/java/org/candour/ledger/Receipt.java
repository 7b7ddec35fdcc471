package org.candour.ledger;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Proof, in the types, that an admission is durable on the ledger. Only {@link Ledger} makes one, after the entry is
 * written, and it works once: {@code vault} spends it to open what it names and nothing else.
 */
public final class Receipt {
    private final long index;
    private final Instant at;
    private final String act;
    private final UUID object;
    private final Set<Compartment> compartments;
    private final AtomicBoolean isSpent = new AtomicBoolean();

    Receipt(long index, Instant at, String act, UUID object, Set<Compartment> compartments) {
        this.index = index;
        this.at = at;
        this.act = act;
        this.object = object;
        this.compartments = Set.copyOf(compartments);
    }

    /** The position of the entry on the ledger. */
    public long index() {
        return index;
    }

    /** When the ledger took the entry in. */
    public Instant at() {
        return at;
    }

    /** What was admitted. */
    public String act() {
        return act;
    }

    /** The case or disclosure that may be opened. */
    public UUID object() {
        return object;
    }

    /** The compartments that may be opened, none at all for many acts. */
    public Set<Compartment> compartments() {
        return compartments;
    }

    /**
     * Uses the receipt up.
     *
     * @throws ReceiptSpent at the second call
     */
    public void spend() {
        if (!isSpent.compareAndSet(false, true)) {
            throw new ReceiptSpent(index);
        }
    }
}
