package org.candour.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * A place in a list of cases: behind one case, in one order. Outside it is one opaque word. It says where a case stood when it
 * was shown, so cases that come in or move meanwhile neither repeat nor hide any other.
 *
 * @param order the order it is a place in
 * @param key where the case stood in that order; empty where its id alone says so
 * @param id the case
 */
public record CaseCursor(CaseOrder order, String key, CaseId id) {
    private static final String SEPARATOR = "|";

    /** The place behind a case that was shown. */
    public static CaseCursor behind(CaseLine line, CaseOrder order) {
        var key = switch (order) {
            case NEWEST -> "";
            case DUE -> line.nextDueOn().map(LocalDate::toString).orElse(Facts.NOTHING_DUE);
            case CHANGED -> String.valueOf(line.changedAt().toEpochMilli());
        };
        return new CaseCursor(order, key, line.id());
    }

    /**
     * Reads a cursor; for Spring's conversion of request parameters.
     *
     * @throws IllegalArgumentException unless it is one as {@link #toString} writes it
     */
    public static CaseCursor of(String text) {
        var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A cursor has three parts");
        }
        var cursor = new CaseCursor(CaseOrder.valueOf(parts[0]), parts[1], CaseId.of(parts[2]));
        cursor.requireKey();
        if (!cursor.toString().equals(text)) {
            throw new IllegalArgumentException("A cursor is written in one way only");
        }
        return cursor;
    }

    private void requireKey() {
        var isKey = switch (order) {
            case NEWEST -> key.isEmpty();
            case DUE -> key.equals(Facts.NOTHING_DUE) || isDay(key);
            case CHANGED -> key.matches("[0-9]{1,15}");
        };
        if (!isKey) {
            throw new IllegalArgumentException("A cursor names a place in its order");
        }
    }

    private static boolean isDay(String key) {
        return key.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }

    /** What comes after it. */
    Criteria after() {
        return switch (order) {
            case NEWEST -> where("_id").lt(id.value());
            case DUE -> after("facts.dueOn", where("facts.dueOn").gt(key), key);
            case CHANGED -> {
                var at = Instant.ofEpochMilli(Long.parseLong(key));
                yield after("facts.changedAt", where("facts.changedAt").lt(at), at);
            }
        };
    }

    private Criteria after(String field, Criteria beyond, Object same) {
        return new Criteria()
                .orOperator(beyond, where(field).is(same).and("_id").lt(id.value()));
    }

    @Override
    public String toString() {
        var text = String.join(SEPARATOR, order.name(), key, id.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
