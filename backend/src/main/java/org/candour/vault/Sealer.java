package org.candour.vault;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candour.ledger.Compartment;
import org.springframework.stereotype.Component;

/** The front door's half of the vault: it makes and wraps keys for new objects with public keys alone, and opens nothing. */
@Component
public class Sealer {
    private final KeyRoom room;
    private final KeyDocuments documents;
    private final SecureRandom random = new SecureRandom();

    Sealer(KeyRoom room, KeyDocuments documents) {
        this.room = room;
        this.documents = documents;
    }

    /**
     * Makes the data keys of a new object, wraps each to the recipients that may open its compartment, and stores the wraps.
     * They are durable when this returns. All compartments the object will ever have are named here.
     *
     * @throws IllegalArgumentException if {@code compartments} is empty
     * @throws IllegalStateException if the object has keys already; they stay as they are
     * @throws KeyUnavailable if a recipient's public key, the key store or the collection of keys is not there
     */
    public Sealing create(UUID object, Set<Compartment> compartments) {
        if (compartments.isEmpty()) {
            throw new IllegalArgumentException("An object has at least one compartment");
        }
        var keyring = room.keys();
        var keys = compartments.stream()
                .sorted()
                .map(compartment -> DataKey.create(compartment, random))
                .toList();
        var held = new HeldKeys(object, compartments, keys, random);
        var isStored = false;
        try {
            documents.insert(new ObjectKeys(object, wraps(object, keys, keyring)));
            isStored = true;
            return held;
        } finally {
            if (!isStored) {
                held.close();
            }
        }
    }

    private List<WrappedKeys> wraps(UUID object, List<DataKey> keys, Keyring keyring) {
        var wraps = new ArrayList<WrappedKeys>();
        for (var recipient : Recipient.values()) {
            var mayOpen = recipient.compartments();
            var theirs = keys.stream()
                    .filter(key -> mayOpen.contains(key.compartment()))
                    .toList();
            if (!theirs.isEmpty()) {
                wraps.add(WrappedKeys.wrap(object, keyring.publicKey(recipient), theirs, random));
            }
        }
        return wraps;
    }
}
