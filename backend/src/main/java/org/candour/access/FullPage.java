package org.candour.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Fills a page of a list from which some items are left out, so that only the last page is ever short. */
public final class FullPage {
    private FullPage() {}

    /**
     * Reads on until the page is full or the list ends.
     *
     * @param source the items older than a cursor, newest first, at most as many as asked for
     * @param cursor where an item stands in the list
     * @param visible what may be shown of some items, in their order
     */
    public static <S, C, T> List<T> of(
            Optional<C> before,
            int limit,
            BiFunction<Optional<C>, Integer, List<S>> source,
            Function<S, C> cursor,
            Function<List<S>, List<T>> visible) {
        var found = new ArrayList<T>();
        var from = before;
        List<S> read;
        do {
            read = source.apply(from, limit);
            found.addAll(visible.apply(read));
            from = read.isEmpty() ? from : Optional.of(cursor.apply(read.get(read.size() - 1)));
        } while (read.size() == limit && found.size() < limit);
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }
}
