package org.candour.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** The connection that the ledger writes with: one of its own, where an address is set for it, or that of all others. */
record LedgerConnection(MongoTemplate mongo, LedgerRights rights, Runnable closing) implements AutoCloseable {
    static LedgerConnection of(@Nullable String uri, MongoTemplate common) {
        if (uri == null) {
            return new LedgerConnection(common, new LedgerRights(List.of(common::getDb)), () -> {});
        }
        var factory = new SimpleMongoClientDatabaseFactory(uri);
        var own = new MongoTemplate(factory);
        return new LedgerConnection(own, new LedgerRights(List.of(own::getDb, common::getDb)), () -> close(factory));
    }

    private static void close(SimpleMongoClientDatabaseFactory factory) {
        try {
            factory.destroy();
        } catch (Exception e) {
            throw new IllegalStateException("The ledger's connection could not be closed", e);
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
