package org.candour.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which cases of a list are asked for.
 *
 * @param status only those that stand there
 * @param dueBefore only those in which something is due before that day
 * @param before only those behind this place, which must be one in {@code order}
 * @param size how many at most
 */
public record CaseQuery(
        Optional<String> status,
        Optional<LocalDate> dueBefore,
        CaseOrder order,
        Optional<CaseCursor> before,
        int size) {
    /** @throws IllegalArgumentException if the cursor is a place in another order */
    public CaseQuery {
        if (before.filter(cursor -> cursor.order() != order).isPresent()) {
            throw new IllegalArgumentException("The cursor is a place in another order");
        }
    }

    @Override
    public String toString() {
        return "CaseQuery[" + order + "]";
    }

    /** The newest cases behind a place, whatever they are. */
    public static CaseQuery newest(Optional<CaseCursor> before, int size) {
        return new CaseQuery(Optional.empty(), Optional.empty(), CaseOrder.NEWEST, before, size);
    }

    /** The cases whose file is open and that fit, further narrowed by {@code visible}. */
    Criteria among(List<Criteria> visible) {
        var all = new ArrayList<>(visible);
        all.add(status.map(code -> where("facts.status").is(code))
                .orElseGet(() -> where("facts.status").ne(null)));
        dueBefore.ifPresent(day -> all.add(where("facts.dueOn").lt(day.toString())));
        before.ifPresent(cursor -> all.add(cursor.after()));
        return new Criteria().andOperator(all);
    }

    Sort sort() {
        var newest = Sort.by(Sort.Direction.DESC, "_id");
        return switch (order) {
            case NEWEST -> newest;
            case DUE -> Sort.by("facts.dueOn").and(newest);
            case CHANGED -> Sort.by(Sort.Direction.DESC, "facts.changedAt").and(newest);
        };
    }
}
