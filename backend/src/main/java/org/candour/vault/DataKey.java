package org.candour.vault;

import java.security.SecureRandom;
import java.util.UUID;
import org.candour.ledger.Compartment;

/**
 * The data key of one compartment of one object, unwrapped.
 *
 * @param id random; envelopes name it
 * @param version from 1, higher when the compartment gets a new data key
 */
record DataKey(Compartment compartment, UUID id, int version, WipedKey key) implements AutoCloseable {
    static DataKey create(Compartment compartment, SecureRandom random) {
        return new DataKey(compartment, UUID.randomUUID(), 1, WipedKey.randomAes(random));
    }

    @Override
    public void close() {
        key.close();
    }
}
