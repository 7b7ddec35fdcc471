package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.candour.ledger.TestReceipts.receipt;

import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who can write to the collection of keys cannot do. */
class KeyDocumentsTests {
    @TempDir
    static Path directory;

    private static TestVault test;
    private static Vault vault;
    private final UUID caseId = UUID.randomUUID();
    private final UUID otherId = UUID.randomUUID();

    @BeforeAll
    static void start() {
        test = TestVault.withKeys(directory);
        vault = test.vault();
    }

    @BeforeEach
    void twoCases() {
        test.sealer().create(caseId, TestVault.CASE).close();
        test.sealer().create(otherId, TestVault.CASE).close();
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    @Test
    void anUnchangedDocumentOpens() {
        replace(stored(caseId));

        vault.open(receipt(caseId, TestVault.CASE), Recipient.CASE_SERVICE).close();
    }

    @Test
    void aBitChangedInAnyByteOfTheWrapsIsRejected() {
        var document = stored(caseId);
        var wraps = wraps(document, 0);
        assertThat(wraps.getString("recipient")).isEqualTo("CASE_SERVICE");
        var changes = flipAll(document, wraps);

        assertThat(changes).isGreaterThan(XWing.ENCAPSULATION_BYTES + 5 * (60 + 16 + 4));
    }

    @Test
    void aBitChangedInTheFormatIsRejected() {
        for (var bit = 0; bit < Integer.SIZE; bit++) {
            var document = stored(caseId);
            document.put("format", KeyDocuments.FORMAT ^ (1 << bit));
            assertRejected(document);
        }
    }

    @Test
    void anUnknownOrMissingNameIsRejected() {
        var extra = stored(caseId);
        wraps(extra, 0).append("nonce", 1);
        assertRejected(extra);

        for (var name : List.of("recipient", "recipientKey", "suite", "encapsulation", "dataKeys")) {
            var missing = stored(caseId);
            wraps(missing, 0).remove(name);
            assertRejected(missing);
        }
    }

    @Test
    void theKeysOfAnotherObjectAreRejected() {
        var moved = stored(otherId);
        moved.put("_id", stored(caseId).get("_id"));

        assertRejected(moved);
    }

    @Test
    void theWrapOfAnotherCompartmentIsRejected() {
        var document = stored(caseId);
        var keys = wraps(document, 0).getList("dataKeys", Document.class);
        var first = keys.get(0).get("wrapped");
        keys.get(0).put("wrapped", keys.get(1).get("wrapped"));
        keys.get(1).put("wrapped", first);

        assertRejected(document);
    }

    @Test
    void aNamesakeCompartmentIsRejected() {
        var document = stored(caseId);
        var keys = wraps(document, 0).getList("dataKeys", Document.class);
        var first = keys.get(0).get("compartment");
        keys.get(0).put("compartment", keys.get(1).get("compartment"));
        keys.get(1).put("compartment", first);

        assertRejected(document);
    }

    @Test
    void theEncapsulationToAnotherRecipientOpensNothing() {
        var document = stored(caseId);
        wraps(document, 0).put("encapsulation", wraps(document, 1).get("encapsulation"));
        assertRejected(document);

        var renamed = stored(caseId);
        wraps(renamed, 1).put("recipient", "CASE_SERVICE");
        renamed.getList("recipients", Document.class).remove(0);
        assertRejected(renamed);
    }

    @Test
    void aRemovedCompartmentIsMissedAndNotOverlooked() {
        var document = stored(caseId);
        wraps(document, 0).getList("dataKeys", Document.class).removeIf(key -> key.containsValue("ACCOUNT"));
        replace(document);

        try (var opening = vault.open(receipt(caseId, TestVault.CASE), Recipient.CASE_SERVICE)) {
            assertThatThrownBy(() -> opening.seal(Secret.ACCOUNT, Secret.ONE)).isInstanceOf(KeyUnavailable.class);
        }
    }

    /** Flips a bit in every byte of every value in {@code part}, one after the other, and tries each. */
    private int flipAll(Document document, Document part) {
        var changes = 0;
        for (var name : List.copyOf(part.keySet())) {
            var value = Objects.requireNonNull(part.get(name));
            if (value instanceof List<?> list) {
                for (var item : list) {
                    changes += flipAll(document, (Document) item);
                }
            } else {
                for (var change = 0; change < size(value); change++) {
                    part.put(name, flipped(value, change));
                    assertRejected(document);
                    changes++;
                }
                part.put(name, value);
            }
        }
        return changes;
    }

    private static Document wraps(Document document, int index) {
        return document.getList("recipients", Document.class).get(index);
    }

    private static int size(Object value) {
        if (value instanceof Binary binary) {
            return binary.length();
        }
        return value instanceof UUID ? 16 : value instanceof Integer ? 4 : ((String) value).length();
    }

    private static Object flipped(Object value, int at) {
        if (value instanceof Binary binary) {
            var bytes = binary.getData().clone();
            bytes[at] ^= (byte) (1 << (at % Byte.SIZE));
            return new Binary(binary.getType(), bytes);
        }
        if (value instanceof Integer number) {
            return number ^ (1 << (at * Byte.SIZE));
        }
        if (value instanceof UUID id) {
            var bit = 1L << (at % 8 * Byte.SIZE);
            return at < 8
                    ? new UUID(id.getMostSignificantBits() ^ bit, id.getLeastSignificantBits())
                    : new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ bit);
        }
        var characters = ((String) value).toCharArray();
        characters[at] = (char) (characters[at] ^ 1);
        return new String(characters);
    }

    private Document stored(UUID object) {
        return test.keys().find().into(new ArrayList<>()).stream()
                .filter(document -> isOf(document, object))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOf(Document document, UUID object) {
        return document.get("_id") instanceof UUID id
                ? id.equals(object)
                : Arrays.equals(document.get("_id", Binary.class).getData(), Binding.bytes(object));
    }

    private void replace(Document document) {
        assertThat(test.keys()
                        .replaceOne(Filters.eq("_id", document.get("_id")), document)
                        .getMatchedCount())
                .isOne();
    }

    private void assertRejected(Document document) {
        replace(document);
        assertThatThrownBy(() -> vault.open(receipt(caseId, TestVault.CASE), Recipient.CASE_SERVICE))
                .isInstanceOfAny(EnvelopeRejected.class, KeyUnavailable.class);
    }
}
