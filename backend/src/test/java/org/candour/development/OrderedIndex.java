package org.candour.development;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An index in memory that is not unique: the documents in the order of its keys. It is built anew when the store is opened. */
final class OrderedIndex extends Index<Object> {
    private final NavigableSet<Entry> entries = new TreeSet<>(this::compare);
    private final Set<Integer> arrays = new HashSet<>();

    OrderedIndex(String name, List<IndexKey> keys) {
        super(name, keys, true); // sparse, so that the collection does not look here for the place of each document
    }

    /** Where a walk along this index begins and ends for a query, and how much of the index it leaves out. */
    Walk walk(Conditions conditions, @Nullable Document orderBy) {
        var prefix = new ArrayList<Object>();
        Collection<?> choices = List.of();
        int key = 0;
        boolean hasArray = false;
        for (; key < getKeys().size() && choices.size() < 2; key++) {
            var equal = conditions.equal(getKeys().get(key).getKey());
            if (equal.isEmpty() || (hasArray && arrays.contains(key))) {
                break;
            }
            hasArray |= arrays.contains(key);
            choices = equal.get();
            if (choices.size() == 1) {
                prefix.add(normalized(choices.iterator().next()));
            }
        }
        if (choices.size() != 1 && key > 0) {
            return new Walk(this, prefix, choices, null, null, key, false, false);
        }
        return ranged(prefix, key, conditions, orderBy);
    }

    private Walk ranged(List<Object> prefix, int key, Conditions conditions, @Nullable Document orderBy) {
        Object low = null;
        Object high = null;
        if (key < getKeys().size() && !arrays.contains(key)) {
            var field = getKeys().get(key);
            var from = conditions.atLeast(field.getKey()).map(OrderedIndex::normalized);
            var to = conditions.atMost(field.getKey()).map(OrderedIndex::normalized);
            low = (field.isAscending() ? from : to).orElse(null);
            high = (field.isAscending() ? to : from).orElse(null);
        }
        return new Walk(
                this, prefix, List.of(), low, high, key, isInOrder(key, orderBy, true), isInOrder(key, orderBy, false));
    }

    /** Whether the keys from {@code first} on are those that are sorted by, in the order of the index or in the reverse. */
    private boolean isInOrder(int first, @Nullable Document orderBy, boolean isForward) {
        if (orderBy == null || first + orderBy.size() > getKeys().size()) {
            return false;
        }
        int key = first;
        for (var sort : orderBy.entrySet()) {
            var indexed = getKeys().get(key);
            boolean isAscending = ((Number) Objects.requireNonNull(sort.getValue())).intValue() > 0;
            if (!indexed.getKey().equals(sort.getKey())
                    || arrays.contains(key)
                    || (indexed.isAscending() == isAscending) != isForward) {
                return false;
            }
            key++;
        }
        return true;
    }

    private static Object normalized(Object value) {
        return new KeyValue(value).normalized().get(0);
    }

    /** The documents of a walk, none twice. */
    Stream<Object> positions(Walk walk) {
        if (!walk.choices().isEmpty()) {
            return walk.choices().stream()
                    .map(choice -> {
                        var values = new ArrayList<>(walk.prefix());
                        values.add(normalized(choice));
                        return values;
                    })
                    .flatMap(values -> between(values, null, null).stream())
                    .map(Entry::position)
                    .distinct();
        }
        var found = between(walk.prefix(), walk.low(), walk.high());
        return (walk.isBackward() ? found.descendingSet() : found)
                .stream().map(Entry::position).distinct();
    }

    private NavigableSet<Entry> between(List<Object> prefix, @Nullable Object low, @Nullable Object high) {
        var first = edge(prefix, low, -1);
        var last = edge(prefix, high, 1);
        return compare(first, last) > 0 ? Collections.emptyNavigableSet() : entries.subSet(first, true, last, true);
    }

    private static Entry edge(List<Object> prefix, @Nullable Object bound, int side) {
        var values = new ArrayList<>(prefix);
        if (bound != null) {
            values.add(bound);
        }
        return new Entry(values, side, side);
    }

    private int compare(Entry one, Entry other) {
        int shorter = Math.min(one.values().size(), other.values().size());
        for (int key = 0; key < shorter; key++) {
            var order = getKeys().get(key).isAscending() ? ValueComparator.asc() : ValueComparator.desc();
            int compared = order.compare(one.values().get(key), other.values().get(key));
            if (compared != 0) {
                return compared;
            }
        }
        if (one.side() != 0 || other.side() != 0) {
            return Integer.compare(one.side(), other.side());
        }
        return ValueComparator.asc().compare(one.position(), other.position());
    }

    private List<Entry> entriesOf(Document document) {
        for (int key = 0; key < getKeys().size(); key++) {
            if (Utils.getSubdocumentValueCollectionAware(
                            document, getKeys().get(key).getKey())
                    instanceof Collection) {
                arrays.add(key);
            }
        }
        var position = Objects.requireNonNull(document.get("_id"));
        return getKeyValues(document).stream()
                .map(values -> new Entry(list(values), 0, position))
                .toList();
    }

    private static List<Object> list(KeyValue values) {
        var list = new ArrayList<Object>();
        values.forEach(list::add);
        return list;
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        entries.addAll(entriesOf(document));
    }

    @Override
    public @Nullable Object remove(Document document) {
        entriesOf(document).forEach(entries::remove);
        return null; // the place is known from the id
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Object position, MongoCollection<Object> collection) {
        remove(oldDocument);
        add(newDocument, position, collection);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        // whatever can be stored can stand here
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        // whatever can be stored can stand here
    }

    @Override
    public boolean canHandle(Document query) {
        return false; // IndexedCollection asks for a walk instead
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("IndexedCollection asks for a walk instead");
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public long getCount() {
        return entries.size();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        entries.clear();
    }

    /** A document under one of its key values; with a side other than 0, an edge before or after all that begin so. */
    private record Entry(List<Object> values, int side, Object position) {}

    /**
     * A walk along an index.
     *
     * @param prefix values that the first keys have
     * @param choices values of which the next key has one; empty if anything goes
     * @param low where the next key begins, in the order of the index
     * @param high where it ends
     * @param bound how many keys are bound to values
     * @param isForward whether the walk gives the order that was asked for
     * @param isBackward whether it does in reverse
     */
    record Walk(
            OrderedIndex index,
            List<Object> prefix,
            Collection<?> choices,
            @Nullable Object low,
            @Nullable Object high,
            int bound,
            boolean isForward,
            boolean isBackward) {
        boolean isSorted() {
            return isForward || isBackward;
        }

        /** How much is to be expected of it; 0 for a walk through everything in no order. */
        int worth() {
            return 4 * bound + (isSorted() ? 2 : 0) + (low != null || high != null ? 1 : 0);
        }
    }
}
