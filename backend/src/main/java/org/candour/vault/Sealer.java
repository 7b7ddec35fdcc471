package org.candour.vault;

import java.util.Set;
import java.util.UUID;
import org.candour.ledger.Compartment;
import org.springframework.stereotype.Component;

/** The front door's half of the vault: it makes and wraps keys for new objects with public keys alone, and opens nothing. */
@Component
public class Sealer {
    /**
     * Makes the data keys of a new object, wraps each to the recipients that may open its compartment, and stores the wraps.
     *
     * @throws KeyUnavailable if a recipient's public key is missing
     */
    public Sealing create(UUID object, Set<Compartment> compartments) {
        throw new UnsupportedOperationException();
    }
}
