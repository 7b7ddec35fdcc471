package org.candour.development;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * A store that speaks MongoDB's protocol, inside this JVM, on a free port of the loopback interface. It is no MongoDB: it
 * stands alone, has no transactions, and takes write and read concerns without acting on them; its indexes are {@link
 * IndexedCollection}. {@code
 * EmbeddedStoreTests} says what holds.
 */
public final class EmbeddedStore implements AutoCloseable {
    private final MongoServer server;
    private final InetSocketAddress address;

    private EmbeddedStore(MVStore store, int port) {
        server = new MongoServer(new CommittingBackend(store));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        address = server.getLocalAddress();
    }

    /** A store that forgets everything when it is closed. */
    public static EmbeddedStore inMemory() {
        return new EmbeddedStore(new MVStore.Builder().open(), 0);
    }

    /** A store that keeps its data in {@code folder}, which is created if absent. One process at a time can open it. */
    public static EmbeddedStore keptIn(Path folder) {
        return keptIn(folder, 0);
    }

    /** The same on a port that it can come back to; 0 for a free one. */
    public static EmbeddedStore keptIn(Path folder, int port) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var file = folder.resolve("store.mv").toAbsolutePath().toString();
        return new EmbeddedStore(new MVStore.Builder().fileName(file).open(), port);
    }

    /** Where a MongoDB client finds this database. */
    public String uri(String database) {
        return "mongodb://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/" + database;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
