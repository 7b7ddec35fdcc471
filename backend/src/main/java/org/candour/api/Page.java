package org.candour.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first.
 *
 * @param items what is on it
 * @param before what to send as {@code before} for the next, older page; missing on the last one
 */
record Page<T>(List<T> items, @Nullable String before) {
    /** The longest page. */
    static final int LIMIT = 200;

    static final String DEFAULT_SIZE = "50";

    /** A page of at most {@code size} items, made from a list that was asked for one more. */
    static <T> Page<T> of(List<T> oneMore, int size, Function<T, String> cursor) {
        var hasMore = oneMore.size() > size;
        var items = hasMore ? oneMore.subList(0, size) : oneMore;
        return new Page<>(items, hasMore ? cursor.apply(items.get(size - 1)) : null);
    }
}
