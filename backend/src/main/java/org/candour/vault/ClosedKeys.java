package org.candour.vault;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The recipients' keys to which nothing new may be wrapped, because their private halves are about to go. Whoever stores a new
 * object looks here <em>after</em> storing it. So either they find the key closed and take the object back, or the object was
 * stored before the key was closed, and the last pass of the rotation, which begins after that, finds it and wraps it anew.
 * That holds whatever keys, clock or copy of the key directory their process has.
 */
final class ClosedKeys {
    static final String COLLECTION = "closed_keys";

    private final MongoOperations mongo;

    ClosedKeys(MongoOperations mongo) {
        this.mongo = mongo;
    }

    void close(Collection<String> keyIds) {
        for (var id : keyIds) {
            mongo.execute(
                    COLLECTION,
                    collection -> KeyDocuments.durable(collection)
                            .replaceOne(
                                    Filters.eq("_id", id), new Document("_id", id), new ReplaceOptions().upsert(true)));
        }
    }

    /**
     * Looks whether a stored object may stay.
     *
     * @throws KeyUnavailable after {@code takeBack}, if one of its keys is closed
     */
    void refuse(ObjectKeys stored, Runnable takeBack) {
        var used = stored.recipients().stream().map(WrappedKeys::recipientKeyId).toList();
        var closed = mongo.execute(
                COLLECTION,
                collection -> KeyDocuments.durable(collection)
                        .find(Filters.in("_id", used))
                        .first());
        if (closed != null) {
            takeBack.run();
            throw new KeyUnavailable("This process wraps to the public key " + closed.get("_id")
                    + ", which is being retired: it needs the recipients' new public keys");
        }
    }
}
