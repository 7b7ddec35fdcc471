package org.candour.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.candour.access.CaseCursor;
import org.candour.access.CaseOrder;
import org.candour.access.CaseQuery;
import org.candour.casework.CaseSummary;
import org.candour.casework.ListCases;
import org.candour.casework.Status;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what is on it
 * @param before what to send as {@code before} for the next page; missing on the last one
 */
record Page<T>(List<T> items, @Nullable String before) {
    /** The longest page. */
    static final int LIMIT = 200;

    static final String DEFAULT_SIZE = "50";

    /**
     * What somebody asks of a list of cases.
     *
     * @throws ParameterRefused if the cursor is a place in another order
     */
    static CaseQuery query(
            @Nullable Status status,
            @Nullable LocalDate dueBefore,
            CaseOrder sort,
            @Nullable CaseCursor before,
            int size) {
        if (before != null && before.order() != sort) {
            throw new ParameterRefused("before", "is a place in the order " + before.order());
        }
        return new CaseQuery(
                Optional.ofNullable(status).map(Status::name),
                Optional.ofNullable(dueBefore),
                sort,
                Optional.ofNullable(before),
                size);
    }

    /** A page of cases. */
    static Page<CaseSummary> of(ListCases.Listed listed) {
        return new Page<>(
                listed.cases(), listed.next().map(CaseCursor::toString).orElse(null));
    }

    /** A page of at most {@code size} items, made from a list that was asked for one more. */
    static <T> Page<T> of(List<T> oneMore, int size, Function<T, String> cursor) {
        var hasMore = oneMore.size() > size;
        var items = hasMore ? oneMore.subList(0, size) : oneMore;
        return new Page<>(items, hasMore ? cursor.apply(items.get(size - 1)) : null);
    }
}
