package org.candour.casework.timers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candour.access.RuleFields;
import org.candour.access.RuleNode;

/** How a limit is written in a rule file. */
final class TermNode {
    private static final Map<String, Limit.Unit> UNITS = Map.of(
            "working-days", Limit.Unit.WORKING_DAYS,
            "days", Limit.Unit.DAYS,
            "months", Limit.Unit.MONTHS,
            "years", Limit.Unit.YEARS,
            "hours", Limit.Unit.HOURS);

    private static final String DAY_ITSELF = "day-itself-counts";
    private static final int MOST = 1_000;

    private TermNode() {}

    /** A word ({@code AS_AGREED}, ...), or a limit, or the earliest of several, with what the source says besides. */
    static Term read(RuleNode node) {
        if (!node.hasFields()) {
            return unnumbered(node);
        }
        var fields = node.fields("a limit", Set.of(), and(limitNames(), "earliest-of", "normally", "extendable-to"));
        return new Term(
                Term.Kind.COUNTED,
                earliestOf(fields),
                fields.optional("normally").map(TermNode::limit).orElse(null),
                fields.optional("extendable-to").map(TermNode::limit).orElse(null));
    }

    /** How a duty comes again. */
    static Recurrence again(RuleNode node) {
        var fields = node.fields("again", Set.of("from"), limitNames());
        return new Recurrence(limit(fields), fields.required("from").oneOf(Recurrence.From.class, "from"));
    }

    private static Term unnumbered(RuleNode node) {
        var kind = node.oneOf(Term.Kind.class, "a limit without a number");
        if (kind == Term.Kind.COUNTED) {
            throw node.rejected("a counted limit needs its number, as in { working-days: 5 }");
        }
        return new Term(kind, List.of(), null, null);
    }

    private static List<Limit> earliestOf(RuleFields fields) {
        var several = fields.optional("earliest-of");
        if (several.isEmpty()) {
            return List.of(limit(fields));
        }
        if (UNITS.keySet().stream().anyMatch(fields.names()::contains)) {
            throw several.get().rejected("either one limit or earliest-of, not both");
        }
        var limits = new ArrayList<Limit>();
        several.get().items("earliest-of").forEach(item -> limits.add(limit(item)));
        if (limits.size() < 2) {
            throw several.get().rejected("earliest-of needs two limits or more");
        }
        return limits;
    }

    private static Limit limit(RuleNode node) {
        return limit(node.fields("a limit", Set.of(), limitNames()));
    }

    private static Limit limit(RuleFields fields) {
        var units = UNITS.keySet().stream().filter(fields.names()::contains).toList();
        if (units.size() != 1) {
            throw fields.owner()
                    .rejected("a limit has one unit of "
                            + UNITS.keySet().stream().sorted().toList());
        }
        var amount = fields.required(units.get(0));
        var itself =
                fields.optional(DAY_ITSELF).map(node -> node.truth(DAY_ITSELF)).orElse(false);
        try {
            return new Limit(amount.number(0, MOST, units.get(0)), unit(units.get(0)), itself);
        } catch (IllegalArgumentException impossible) {
            throw amount.rejected(DAY_ITSELF + " goes with one day or more");
        }
    }

    private static Limit.Unit unit(String name) {
        return Objects.requireNonNull(UNITS.get(name));
    }

    private static Set<String> limitNames() {
        return and(UNITS.keySet(), DAY_ITSELF);
    }

    private static Set<String> and(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
