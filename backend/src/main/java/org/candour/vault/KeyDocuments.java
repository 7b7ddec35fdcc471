package org.candour.vault;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonBinarySubType;
import org.bson.Document;
import org.bson.types.Binary;
import org.candour.ledger.Compartment;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * The stored {@link ObjectKeys}, one document an object, in a collection that holds nothing else, so that backups can leave it
 * out. The documents are mapped here by hand: their bytes are a format, which no setting of the mapper may change, and reading
 * refuses whatever it does not know.
 */
@Repository
class KeyDocuments {
    static final String COLLECTION = "keys";
    static final int FORMAT = 1;

    private final MongoOperations mongo;

    KeyDocuments(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * Stores the keys of a new object and returns once a majority has them in its journal.
     *
     * @throws IllegalStateException if the object has keys already; they stay
     * @throws KeyUnavailable if the store does not answer
     */
    void insert(ObjectKeys keys) {
        var document = new Document("_id", uuid(keys.object()))
                .append("format", FORMAT)
                .append(
                        "recipients",
                        keys.recipients().stream().map(KeyDocuments::document).toList());
        try {
            mongo.execute(COLLECTION, collection -> durable(collection).insertOne(document));
        } catch (DuplicateKeyException e) {
            throw new IllegalStateException("The object " + keys.object() + " has keys already", e);
        } catch (DataAccessException e) {
            throw new KeyUnavailable("The keys of a new object could not be stored", e);
        }
    }

    /**
     * The keys of an object, empty if they are destroyed or never existed.
     *
     * @throws EnvelopeRejected if the document is none of ours
     * @throws KeyUnavailable if the store does not answer
     */
    Optional<ObjectKeys> find(UUID object) {
        try {
            var found = mongo.execute(
                    COLLECTION,
                    collection -> durable(collection)
                            .find(Filters.eq("_id", uuid(object)))
                            .first());
            return Optional.ofNullable(found).map(document -> keys(object, document));
        } catch (DataAccessException e) {
            throw new KeyUnavailable("The keys of an object could not be read", e);
        }
    }

    /**
     * Whether no object has keys: only then may a new root key be made.
     *
     * @throws KeyUnavailable if the store does not answer
     */
    boolean isEmpty() {
        try {
            return mongo.execute(
                            COLLECTION, collection -> durable(collection).find().first())
                    == null;
        } catch (DataAccessException e) {
            throw new KeyUnavailable("Whether keys are stored could not be read", e);
        }
    }

    private static MongoCollection<Document> durable(MongoCollection<Document> collection) {
        return collection
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    private static Document document(WrappedKeys keys) {
        return new Document("recipient", keys.recipient().name())
                .append("recipientKey", keys.recipientKeyId())
                .append("suite", keys.suite())
                .append("encapsulation", new Binary(keys.encapsulation()))
                .append(
                        "dataKeys",
                        keys.wraps().stream().map(KeyDocuments::document).toList());
    }

    private static Document document(WrappedKeys.Wrap wrap) {
        return new Document("compartment", wrap.compartment().name())
                .append("id", uuid(wrap.id()))
                .append("version", wrap.version())
                .append("wrapped", new Binary(wrap.wrapped()));
    }

    private static ObjectKeys keys(UUID object, Document document) {
        try {
            names(document, "_id", "format", "recipients");
            if (document.getInteger("format") != FORMAT) {
                throw Envelope.rejected();
            }
            var recipients = document.getList("recipients", Document.class).stream()
                    .map(KeyDocuments::wrappedKeys)
                    .toList();
            return new ObjectKeys(object, recipients);
        } catch (ClassCastException | IllegalArgumentException | NullPointerException e) {
            throw Envelope.rejected(); // a missing value, one of another type, or a name that no enum has
        }
    }

    private static WrappedKeys wrappedKeys(Document document) {
        names(document, "recipient", "recipientKey", "suite", "encapsulation", "dataKeys");
        return new WrappedKeys(
                Recipient.valueOf(document.getString("recipient")),
                document.getString("recipientKey"),
                document.getString("suite"),
                document.get("encapsulation", Binary.class).getData(),
                document.getList("dataKeys", Document.class).stream()
                        .map(KeyDocuments::wrap)
                        .toList());
    }

    private static WrappedKeys.Wrap wrap(Document document) {
        names(document, "compartment", "id", "version", "wrapped");
        return new WrappedKeys.Wrap(
                Compartment.valueOf(document.getString("compartment")),
                uuid(document.get("id")),
                document.getInteger("version"),
                document.get("wrapped", Binary.class).getData());
    }

    private static void names(Document document, String... names) {
        if (!document.keySet().equals(Set.copyOf(List.of(names)))) {
            throw Envelope.rejected();
        }
    }

    private static Binary uuid(UUID id) {
        return new Binary(BsonBinarySubType.UUID_STANDARD, Binding.bytes(id));
    }

    private static UUID uuid(@Nullable Object id) {
        if (id instanceof UUID uuid) { // how the driver reads it depends on a setting of the whole application
            return uuid;
        }
        var bytes = id instanceof Binary binary ? binary.getData() : new byte[0];
        if (bytes.length != 2 * Long.BYTES) {
            throw Envelope.rejected();
        }
        return Binding.uuid(ByteBuffer.wrap(bytes));
    }
}
