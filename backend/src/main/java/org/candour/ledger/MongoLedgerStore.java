package org.candour.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.candour.ledger.proof.Tile;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The log in four collections. {@code _id} is the index of an entry, so that no two can have the same. Concerns are set
 * here and not left to the client's settings: a weaker one would lose acknowledged entries.
 */
final class MongoLedgerStore implements LedgerStore {
    private static final String ENTRIES = "ledger";
    private static final String TILES = "ledger_tiles";
    private static final String CHECKPOINTS = "ledger_checkpoints";

    private static final String COSIGNATURES = "ledger_cosignatures";

    /** What the ledger's user may insert into and find in, and nothing else. */
    static final List<String> COLLECTIONS = List.of(ENTRIES, TILES, CHECKPOINTS, COSIGNATURES);

    private static final String ID = "_id";
    private static final String BYTES = "bytes";
    private static final String CASE = "caseId";
    private static final String REFUSAL = "refusal";
    private static final String LEVEL = "level";
    private static final String NUMBER = "number";
    private static final String NOTE = "note";
    private static final String SIZE = "size";
    private static final String WITNESS = "witness";
    private static final String LINES = "lines";
    private static final int MAX_WITNESSES = 64;

    /** A tile's id is its level in the top byte and its number below: one order for all, and no second index. */
    private static final int LEVEL_SHIFT = 56;

    private static final int UNAUTHORIZED = 13;

    private final MongoTemplate mongo;
    private final LedgerRights rights;

    MongoLedgerStore(MongoTemplate mongo) {
        this(mongo, new LedgerRights(List.of()));
    }

    MongoLedgerStore(MongoTemplate mongo, LedgerRights rights) {
        this.mongo = mongo;
        this.rights = rights;
    }

    @Override
    public void prepare() {
        reach(() -> {
            rights.require();
            try {
                var unused = collection(ENTRIES)
                        .createIndex(
                                Indexes.compoundIndex(Indexes.ascending(REFUSAL), Indexes.descending(ID)),
                                new IndexOptions().partialFilterExpression(exists(REFUSAL)));
                return collection(ENTRIES)
                        .createIndex(Indexes.compoundIndex(Indexes.ascending(CASE), Indexes.descending(ID)));
            } catch (MongoCommandException e) {
                if (e.getErrorCode() == UNAUTHORIZED) {
                    return ""; // a user who can insert and find only: the operator has made the index
                }
                throw e;
            }
        });
    }

    @Override
    public boolean isEmpty() {
        return reach(() -> collection(ENTRIES).find().first() == null
                && collection(CHECKPOINTS).find().first() == null);
    }

    @Override
    public void append(List<StoredEntry> entries) throws IndexTaken {
        var documents = entries.stream().map(MongoLedgerStore::document).toList();
        try {
            collection(ENTRIES).insertMany(documents, new InsertManyOptions().ordered(true));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw new IndexTaken(e);
            }
            throw silent(e);
        } catch (MongoException | DataAccessException e) {
            throw silent(e);
        }
    }

    @Override
    public List<StoredEntry> entries(long from, int limit) {
        return find(ENTRIES, gte(ID, from), Sorts.ascending(ID), limit).stream()
                .map(MongoLedgerStore::entry)
                .toList();
    }

    @Override
    public List<StoredEntry> entriesOf(UUID caseId, long before, int limit) {
        var ofCase = and(eq(CASE, caseId.toString()), lt(ID, before));
        return find(ENTRIES, ofCase, Sorts.descending(ID), limit).stream()
                .map(MongoLedgerStore::entry)
                .toList();
    }

    @Override
    public List<StoredEntry> refusals(String reason, long before, int limit) {
        var ofReason = and(eq(REFUSAL, reason), lt(ID, before));
        return find(ENTRIES, ofReason, Sorts.descending(ID), limit).stream()
                .map(MongoLedgerStore::entry)
                .toList();
    }

    @Override
    public void putTile(Tile tile) {
        var document = new Document(ID, tileId(tile.level(), tile.number()))
                .append(LEVEL, tile.level())
                .append(NUMBER, tile.number())
                .append(BYTES, new Binary(tile.bytes()));
        if (!insert(TILES, document)
                && !tiles(tile.level(), tile.number(), tile.number() + 1).equals(List.of(tile))) {
            throw new LedgerUnavailable("Another hash tile is stored at level " + tile.level() + ", number "
                    + tile.number() + ": somebody changed the store");
        }
    }

    @Override
    public List<Tile> tiles(int level, long from, long to) {
        var range = and(gte(ID, tileId(level, from)), lt(ID, tileId(level, to)));
        return find(TILES, range, Sorts.ascending(ID), Tile.WIDTH).stream()
                .map(MongoLedgerStore::tile)
                .toList();
    }

    @Override
    public OptionalLong lastTile(int level) {
        var ofLevel = and(gte(ID, tileId(level, 0)), lt(ID, tileId(level + 1, 0)));
        return find(TILES, ofLevel, Sorts.descending(ID), 1).stream()
                .mapToLong(document -> document.getLong(NUMBER))
                .findFirst();
    }

    @Override
    public boolean putCheckpoint(long size, String note) {
        return insert(CHECKPOINTS, new Document(ID, size).append(NOTE, note));
    }

    @Override
    public Optional<String> checkpoint(long size) {
        return find(CHECKPOINTS, eq(ID, size), Sorts.ascending(ID), 1).stream()
                .map(document -> document.getString(NOTE))
                .findFirst();
    }

    @Override
    public Optional<String> lastCheckpoint() {
        return find(CHECKPOINTS, new Document(), Sorts.descending(ID), 1).stream()
                .map(document -> document.getString(NOTE))
                .findFirst();
    }

    @Override
    public void putCosignature(long size, String witness, String lines) {
        var id = String.format("%020d %s", size, witness);
        insert(
                COSIGNATURES,
                new Document(ID, id).append(SIZE, size).append(WITNESS, witness).append(LINES, lines));
    }

    @Override
    public Map<String, String> cosignatures(long size) {
        var ofSize = and(gte(ID, String.format("%020d ", size)), lt(ID, String.format("%020d!", size)));
        return find(COSIGNATURES, ofSize, Sorts.ascending(ID), MAX_WITNESSES).stream()
                .collect(Collectors.toMap(
                        document -> document.getString(WITNESS), document -> document.getString(LINES)));
    }

    private boolean insert(String name, Document document) {
        return reach(() -> {
            try {
                collection(name).insertOne(document);
                return true;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
        });
    }

    private List<Document> find(String name, Bson filter, Bson order, int limit) {
        return reach(
                () -> collection(name).find(filter).sort(order).limit(limit).into(new ArrayList<>()));
    }

    private MongoCollection<Document> collection(String name) {
        return mongo.getCollection(name)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    private static <T> T reach(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException | DataAccessException e) {
            throw silent(e);
        }
    }

    private static LedgerUnavailable silent(RuntimeException cause) {
        return new LedgerUnavailable("The ledger's store did not answer", cause);
    }

    private static long tileId(int level, long number) {
        return ((long) level << LEVEL_SHIFT) | number;
    }

    private static Document document(StoredEntry entry) {
        var document = new Document(ID, entry.index()).append(BYTES, new Binary(entry.bytes()));
        entry.caseId().ifPresent(id -> document.append(CASE, id.toString()));
        entry.refusal().ifPresent(reason -> document.append(REFUSAL, reason));
        return document;
    }

    private static StoredEntry entry(Document document) {
        var caseId = Optional.ofNullable(document.getString(CASE)).map(UUID::fromString);
        return new StoredEntry(
                document.getLong(ID),
                document.get(BYTES, Binary.class).getData(),
                caseId,
                Optional.ofNullable(document.getString(REFUSAL)));
    }

    private static Tile tile(Document document) {
        var bytes = document.get(BYTES, Binary.class).getData();
        return Tile.of(document.getInteger(LEVEL), document.getLong(NUMBER), bytes);
    }
}
