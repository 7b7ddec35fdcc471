package org.candour.vault;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonBinarySubType;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.candour.ledger.Compartment;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.CollectionCallback;
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
    private final ClosedKeys closedKeys;

    KeyDocuments(MongoOperations mongo) {
        this.mongo = mongo;
        this.closedKeys = new ClosedKeys(mongo);
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
            closedKeys.refuse(keys, () -> remove(keys.object()));
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

    /**
     * Destroys the keys of an object, wherever they are stored here. Backups that hold them must be out of reach, or out of date.
     *
     * @throws KeyUnavailable if the store does not answer; whether they are destroyed is then unknown
     */
    void destroy(UUID object) {
        try {
            remove(object);
        } catch (DataAccessException e) {
            throw new KeyUnavailable("The keys of an object could not be destroyed", e);
        }
    }

    private void remove(UUID object) {
        mongo.execute(COLLECTION, collection -> durable(collection).deleteOne(Filters.eq("_id", uuid(object))));
    }

    /** What is wrapped to some of a recipient's keys, and which of them. */
    private static Bson wrappedTo(Recipient recipient, Collection<String> keyIds) {
        return Filters.elemMatch(
                "recipients",
                Filters.and(Filters.eq("recipient", recipient.name()), Filters.in("recipientKey", keyIds)));
    }

    /**
     * How many objects have keys wrapped to one of these keys of a recipient.
     *
     * @throws KeyUnavailable if the store does not answer
     */
    long countWrappedTo(Recipient recipient, Collection<String> keyIds) {
        return answer(collection -> collection.countDocuments(wrappedTo(recipient, keyIds)));
    }

    /**
     * At most {@code limit} objects whose keys are wrapped to one of these keys of a recipient, in the order of their ids,
     * from after {@code after} on. A document that is none of ours is empty here: it opens nothing, and is for a person to look at.
     *
     * @throws KeyUnavailable if the store does not answer
     */
    Map<UUID, Optional<ObjectKeys>> pageWrappedTo(
            Recipient recipient, Collection<String> keyIds, Optional<UUID> after, int limit) {
        var wrapped = wrappedTo(recipient, keyIds);
        var filter = after.map(last -> Filters.and(Filters.gt("_id", uuid(last)), wrapped))
                .orElse(wrapped);
        var page = new LinkedHashMap<UUID, Optional<ObjectKeys>>();
        for (var document : answer(collection -> collection
                .find(filter)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>()))) {
            var object = uuid(document.get("_id"));
            page.put(object, readable(object, document));
        }
        return page;
    }

    private static Optional<ObjectKeys> readable(UUID object, Document document) {
        try {
            return Optional.of(keys(object, document));
        } catch (EnvelopeRejected none) {
            return Optional.empty();
        }
    }

    /**
     * Puts new wraps in place of those to an old key of the same recipient, if these are still there.
     *
     * @return whether they were
     * @throws KeyUnavailable if the store does not answer; whether they are replaced is then unknown
     */
    boolean replace(ObjectKeys keys, WrappedKeys old, WrappedKeys fresh) {
        var at = "recipients." + keys.recipients().indexOf(old);
        var unchanged = Filters.and(
                Filters.eq("_id", uuid(keys.object())),
                Filters.eq(at + ".recipient", old.recipient().name()),
                Filters.eq(at + ".recipientKey", old.recipientKeyId()));
        var update = Updates.set(at, document(fresh));
        return answer(collection -> collection.updateOne(unchanged, update)).getModifiedCount() == 1;
    }

    /**
     * Keeps new objects from being wrapped to these keys from now on: see {@link ClosedKeys}.
     *
     * @throws KeyUnavailable if the store does not answer
     */
    void close(Collection<String> keyIds) {
        try {
            closedKeys.close(keyIds);
        } catch (DataAccessException e) {
            throw new KeyUnavailable("Keys could not be closed", e);
        }
    }

    private <T> T answer(CollectionCallback<T> question) {
        try {
            return Objects.requireNonNull(
                    mongo.execute(COLLECTION, collection -> question.doInCollection(durable(collection))));
        } catch (DataAccessException e) {
            throw new KeyUnavailable("The store of keys does not answer", e);
        }
    }

    static MongoCollection<Document> durable(MongoCollection<Document> collection) {
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
