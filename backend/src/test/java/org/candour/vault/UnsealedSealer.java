package org.candour.vault;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.candour.ledger.Compartment;

/**
 * A sealer that makes no keys and seals nothing, for measuring what that costs: it stores documents of the same shape and
 * size, the JSON of a field where its ciphertext would be.
 */
public final class UnsealedSealer extends Sealer {
    private static final int WRAPPED_BYTES = AesGcm.NONCE_BYTES + WipedKey.AES_256_BYTES + AesGcm.TAG_BYTES;

    private final KeyDocuments documents;

    UnsealedSealer(KeyRoom room, KeyDocuments documents) {
        super(room, documents);
        this.documents = documents;
    }

    @Override
    public Sealing create(UUID object, Set<Compartment> compartments) {
        var wraps = new ArrayList<WrappedKeys>();
        for (var recipient : Recipient.values()) {
            var theirs = compartments.stream()
                    .filter(recipient.compartments()::contains)
                    .map(compartment -> new WrappedKeys.Wrap(compartment, object, 1, new byte[WRAPPED_BYTES]))
                    .toList();
            if (!theirs.isEmpty()) {
                wraps.add(new WrappedKeys(
                        recipient, "0".repeat(32), RecipientKey.SUITE, new byte[XWing.ENCAPSULATION_BYTES], theirs));
            }
        }
        documents.insert(new ObjectKeys(object, wraps));
        return new Unsealed();
    }

    private static final class Unsealed implements Sealing {
        @Override
        public <T> Sealed<T> seal(Field<T> field, T value) {
            var json = Plaintexts.bytes(value);
            var padded = new byte[Envelope.HEADER_BYTES + json.length + AesGcm.TAG_BYTES];
            System.arraycopy(json, 0, padded, Envelope.HEADER_BYTES, json.length);
            return new Sealed<>(padded);
        }

        @Override
        public FileSealing seal(FileField file, OutputStream sealed) {
            throw new UnsupportedOperationException("A submission has no files");
        }

        @Override
        public void close() {
            // there are no keys
        }
    }
}
