package org.candour.development;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.candour.development.OrderedIndex.Walk;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers a query by the index that fits it best, where the store would read the whole collection; what an index gives is
 * still compared with the whole query. Documents by id come straight from the map in which they lie.
 */
final class IndexedCollection extends H2Collection {
    private static final String ID = "_id";

    private final MVMap<Object, Document> documents;

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
        this.documents = documents;
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        var conditions = Conditions.of(query);
        var byId = conditions.equal(ID).filter(this::areKeys);
        if (byId.isPresent()) {
            var found = byId.get().stream().distinct().map(documents::get).filter(Objects::nonNull);
            return matchDocumentsFromStream(found, query, orderBy, skip, limit, batchSize, projection);
        }
        var walk = walk(conditions, orderBy);
        if (walk.isPresent()) {
            var found = walk.get().index().positions(walk.get()).map(this::getDocument);
            var sort = walk.get().isSorted() ? null : orderBy;
            return matchDocumentsFromStream(found, query, sort, skip, limit, batchSize, projection);
        }
        if (orderBy != null && isById(orderBy) && areKeys(List.of())) {
            return matchDocumentsFromStream(
                    inOrderOfIds(conditions, orderBy), query, null, skip, limit, batchSize, projection);
        }
        return super.queryDocuments(query, orderBy, skip, limit, batchSize, projection);
    }

    private Optional<Walk> walk(Conditions conditions, @Nullable Document orderBy) {
        return getIndexes().stream()
                .filter(OrderedIndex.class::isInstance)
                .map(index -> ((OrderedIndex) index).walk(conditions, orderBy))
                .filter(walk -> walk.worth() > (isById(orderBy) ? 2 : 0))
                .max(Comparator.comparingInt(Walk::worth));
    }

    /** Whether these are of the type of all ids here, and so stand in the map's order. */
    private boolean areKeys(Collection<?> values) {
        return documents.isEmpty()
                || (documents.firstKey().getClass() == documents.lastKey().getClass()
                        && values.stream().allMatch(documents.firstKey().getClass()::isInstance));
    }

    private static boolean isById(@Nullable Document orderBy) {
        return orderBy != null && orderBy.size() == 1 && orderBy.containsKey(ID);
    }

    private Stream<Document> inOrderOfIds(Conditions conditions, Document orderBy) {
        boolean isReverse = ((Number) Objects.requireNonNull(orderBy.get(ID))).intValue() < 0;
        var low =
                conditions.atLeast(ID).filter(bound -> areKeys(List.of(bound))).orElse(null);
        var high =
                conditions.atMost(ID).filter(bound -> areKeys(List.of(bound))).orElse(null);
        var cursor = documents.cursor(isReverse ? high : low, isReverse ? low : high, isReverse);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false)
                .map(key -> Objects.requireNonNull(documents.get(key)));
    }
}
