package org.candour.ledger;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asserts that whoever takes over this process cannot change the record with its database users: none may update or remove in
 * the ledger's collections, or drop them. A server without users cannot promise that, which is said once.
 */
final class LedgerRights {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerRights.class);
    private static final int COMMAND_NOT_FOUND = 59;
    private static final Set<String> FORBIDDEN = Set.of(
            "anyAction",
            "update",
            "remove",
            "dropCollection",
            "dropDatabase",
            "renameCollectionSameDB",
            "convertToCapped",
            "collMod",
            "applyOps",
            "restore",
            "grantRole",
            "createRole");

    private final List<Supplier<MongoDatabase>> databases;
    private boolean isWarned;

    /** @param databases one a user */
    LedgerRights(List<Supplier<MongoDatabase>> databases) {
        this.databases = List.copyOf(databases);
    }

    /** @throws LedgerUnavailable if a user may do too much; nothing is appended then */
    void require() {
        for (var database : databases) {
            require(database.get());
        }
    }

    private synchronized void require(MongoDatabase database) {
        var status = status(database);
        if (status.isEmpty() || list(status.get(), "authenticatedUsers").isEmpty()) {
            if (!isWarned) {
                LOG.warn(
                        "The database has no users: whoever reaches it can change the ledger. Only checkpoints kept outside"
                                + " and witnesses show that");
            }
            isWarned = true;
            return;
        }
        excess(database.getName(), status.get()).ifPresent(action -> {
            LOG.error(
                    "The database user may {} in the ledger's collections. Nothing is appended until its rights are"
                            + " insert and find only: see mongodb-users.js",
                    action);
            throw new LedgerUnavailable("The database user may change the ledger");
        });
    }

    private static Optional<Document> status(MongoDatabase database) {
        try {
            var answer = database.runCommand(new Document("connectionStatus", 1).append("showPrivileges", true));
            return Optional.ofNullable(answer.get("authInfo", Document.class));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == COMMAND_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The first forbidden action that a user has on a collection of the ledger. */
    static Optional<String> excess(String database, Document authInfo) {
        return list(authInfo, "authenticatedUserPrivileges").stream()
                .filter(privilege -> touches(database, privilege.get("resource", new Document())))
                .flatMap(privilege -> privilege.getList("actions", String.class, List.of()).stream())
                .filter(FORBIDDEN::contains)
                .findFirst();
    }

    private static boolean touches(String database, Document resource) {
        if (resource.getBoolean("anyResource", false)) {
            return true;
        }
        var db = resource.getString("db");
        var collection = resource.getString("collection");
        return db != null
                && collection != null
                && (db.isEmpty() || db.equals(database))
                && (collection.isEmpty() || MongoLedgerStore.COLLECTIONS.contains(collection));
    }

    private static List<Document> list(Document document, String field) {
        return document.getList(field, Document.class, List.of());
    }
}
