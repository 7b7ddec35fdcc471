package org.candour.vault;

import com.google.errorprone.annotations.RestrictedApi;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candour.ledger.Compartment;
import org.candour.ledger.Receipt;
import org.springframework.stereotype.Component;

/** Opens what a receipt covers. There is no other way to a plaintext. */
@Component
public class Vault {
    private final KeyRoom room;
    private final KeyDocuments documents;
    private final ErasedObjects erasedObjects;
    private final SecureRandom random = new SecureRandom();

    Vault(KeyRoom room, KeyDocuments documents) {
        this.room = room;
        this.documents = documents;
        this.erasedObjects = room.erasedObjects();
    }

    /**
     * Spends the receipt and unwraps the keys it covers, with the private key of one recipient. A compartment that the receipt
     * does not name, or the recipient may not open, is not unwrapped: using it throws {@link NotCovered}.
     *
     * @throws org.candour.ledger.ReceiptSpent if the receipt was used before
     * @throws KeyUnavailable if the object's keys or the recipient's are not there, or the object was erased; the receipt is
     *     spent all the same
     * @throws EnvelopeRejected if the object's keys were changed, or belong to another object
     */
    @RestrictedApi(
            explanation = "Plaintext is read in few, named places",
            allowlistAnnotations = OpensPlaintext.class,
            allowedOnPath = ".*/src/test/java/org/candour/.*",
            link = "")
    public Opening open(Receipt receipt, Recipient recipient) {
        receipt.spend();
        var object = receipt.object();
        var covered = new HashSet<>(receipt.compartments());
        covered.retainAll(recipient.compartments());
        return new HeldOpening(new HeldKeys(object, covered, unwrap(object, covered, recipient), random));
    }

    private List<DataKey> unwrap(UUID object, Set<Compartment> covered, Recipient recipient) {
        erasedObjects.refuse(object);
        var keyring = room.keys();
        var keys = find(object);
        if (covered.isEmpty()) {
            return List.of();
        }
        var wrapped = wrapsTo(recipient, keys);
        if (!keyring.hasPrivateKey(
                recipient, wrapped.recipientKeyId())) { // rotated since the one or the other was read
            keyring = room.keys();
            wrapped = wrapsTo(recipient, find(object));
        }
        var by = keyring.privateKey(recipient, wrapped.recipientKeyId());
        try (var keyEncryptionKey = room.cache().keyEncryptionKey(wrapped, object, by)) {
            return wrapped.unwrap(object, by, covered, keyEncryptionKey);
        }
    }

    private ObjectKeys find(UUID object) {
        return documents.find(object).orElseThrow(() -> new KeyUnavailable("The keys of " + object + " are not there"));
    }

    private static WrappedKeys wrapsTo(Recipient recipient, ObjectKeys keys) {
        return keys.to(recipient)
                .orElseThrow(() -> new KeyUnavailable("No keys of " + keys.object() + " are wrapped to " + recipient));
    }
}
