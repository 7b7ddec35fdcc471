package org.candour.development;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of single fields, as far as an index can answer it: every document that the query finds satisfies each of
 * these, and some that it does not find may too.
 */
final class Conditions {
    private final Map<String, Collection<?>> equal = new HashMap<>();
    private final Map<String, Object> atLeast = new HashMap<>();
    private final Map<String, Object> atMost = new HashMap<>();

    private Conditions() {}

    static Conditions of(Document query) {
        var conditions = new Conditions();
        conditions.read("", query);
        return conditions;
    }

    /** The values of which the field has one. */
    Optional<Collection<?>> equal(String field) {
        return Optional.ofNullable(equal.get(field));
    }

    Optional<Object> atLeast(String field) {
        return Optional.ofNullable(atLeast.get(field));
    }

    Optional<Object> atMost(String field) {
        return Optional.ofNullable(atMost.get(field));
    }

    private void read(String prefix, Document query) {
        query.forEach((key, value) -> {
            if (key.equals("$and") && value instanceof Collection<?> all) {
                all.forEach(one -> read(prefix, (Document) one));
            } else if (!key.startsWith("$")) {
                readField(prefix + key, value);
            }
        });
    }

    private void readField(String field, @Nullable Object value) {
        if (value instanceof Document operators && isOperators(operators)) {
            operators.forEach((operator, operand) -> readOperator(field, operator, operand));
        } else {
            putEqual(field, value);
        }
    }

    private static boolean isOperators(Document value) {
        return value.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    private void readOperator(String field, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> putEqual(field, operand);
            case "$in" -> {
                if (operand instanceof Collection<?> values && values.stream().allMatch(Conditions::isPlain)) {
                    equal.putIfAbsent(field, values);
                }
            }
            case "$elemMatch" -> read(field + ".", (Document) Objects.requireNonNull(operand));
            case "$gt", "$gte" -> putBound(atLeast, field, operand);
            case "$lt", "$lte" -> putBound(atMost, field, operand);
            default -> {}
        }
    }

    private void putEqual(String field, @Nullable Object value) {
        if (isPlain(value)) {
            equal.putIfAbsent(field, List.of(value));
        }
    }

    private static void putBound(Map<String, Object> bounds, String field, @Nullable Object value) {
        if (isPlain(value)) {
            bounds.putIfAbsent(field, value);
        }
    }

    /** Null also finds what is missing, a list finds itself, and a pattern finds much: no index here answers those. */
    private static boolean isPlain(@Nullable Object value) {
        return value != null
                && !(value instanceof Collection)
                && !(value instanceof Document)
                && !BsonRegularExpression.isRegularExpression(value);
    }
}
