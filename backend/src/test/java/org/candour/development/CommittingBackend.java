package org.candour.development;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.List;
import org.h2.mvstore.MVStore;

/**
 * Makes each command atomic, and hands each write to the operating system before it is answered.
 *
 * <p>The backend by itself changes documents in place while other threads read, answer or store them, so that
 * findAndModify can give two callers the same value; and H2 would write once a second, so that a killed process would
 * lose what it had acknowledged. One command at a time is enough for development.
 */
final class CommittingBackend extends H2Backend {
    CommittingBackend(MVStore store) {
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name);
    }

    @Override
    public synchronized Document handleMessage(MongoMessage message) {
        if (message.getDocument().containsKey("connectionStatus")) {
            return withoutUsers();
        }
        var hello = message.getDocument().containsKey("hello");
        var answer = committed(super.handleMessage(hello ? asIsMaster(message) : message));
        if (hello) {
            answer.put("isWritablePrimary", answer.get("ismaster"));
        }
        return answer;
    }

    @Override
    public synchronized Document handleCommand(Channel channel, String database, String command, Document query) {
        return committed(super.handleCommand(channel, database, command, query));
    }

    /** What a server answers that has no users: this one cannot have any. */
    private static Document withoutUsers() {
        var nobody = new Document("authenticatedUsers", List.of())
                .append("authenticatedUserRoles", List.of())
                .append("authenticatedUserPrivileges", List.of());
        return new Document("authInfo", nobody).append("ok", 1.0);
    }

    /** The backend knows {@code hello}, which Spring's health check sends, by its old name only. */
    private static MongoMessage asIsMaster(MongoMessage hello) {
        var document = new Document("isMaster", 1);
        document.putAll(hello.getDocument());
        document.remove("hello");
        return new MongoMessage(hello.getChannel(), hello.getHeader(), document);
    }

    /** The answer is written to the network later, without our lock: it must not share a document with the store. */
    private Document committed(Document answer) {
        commit();
        return answer.cloneDeeply();
    }

    /** An inner class, because collections are opened before a constructor of its own could keep the store. */
    private final class IndexedDatabase extends H2Database {
        IndexedDatabase(String name) {
            super(name, getMvStore(), getCursorRegistry());
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
            var path = getFullCollectionNamespace(name);
            return new IndexedCollection(
                    this,
                    name,
                    options,
                    getMvStore().openMap("databases." + path),
                    getMvStore().openMap("meta." + path),
                    cursorRegistry);
        }

        @Override
        protected Index<Object> openOrCreateSecondaryIndex(
                String collection, String name, List<IndexKey> keys, boolean isSparse) {
            return new OrderedIndex(name, keys);
        }
    }
}
