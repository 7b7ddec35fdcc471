package org.candour.casework.timers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candour.access.RuleFields;
import org.candour.access.RuleFileRejected;
import org.candour.access.RuleNode;

/** Reads the rule files of the clock. */
final class RulesFile {
    private static final Set<String> REQUIRED =
            Set.of("id", "words", "duty-holder", "starts-on", "start-basis", "source", "verified", "effective-from");
    private static final Set<String> OPTIONAL = Set.of(
            "limit",
            "standard",
            "enhanced",
            "met-by",
            "ends-on",
            "met-starts",
            "met-dates",
            "again",
            "contact",
            "may-pause",
            "effective-to");

    private final List<Rule> rules = new ArrayList<>();

    private RulesFile() {}

    /**
     * Reads all rules.
     *
     * @throws RuleFileRejected if a file is missing or anything in it is not as it should be
     */
    static List<Rule> read(List<Path> files) {
        var reading = new RulesFile();
        for (var file : files) {
            RuleNode.list(file, "timers").forEach(reading::add);
        }
        return List.copyOf(reading.rules);
    }

    private void add(RuleNode node) {
        var fields = node.fields("a timer", REQUIRED, OPTIONAL);
        var rule = rule(fields);
        for (var other : rules) {
            if (other.id().equals(rule.id()) && overlap(other, rule)) {
                throw fields.required("id").rejected("another version of " + rule.id() + " holds at the same time");
            }
        }
        rules.add(rule);
    }

    private static boolean overlap(Rule one, Rule other) {
        return one.holdsOn(other.effectiveFrom()) || other.holdsOn(one.effectiveFrom());
    }

    private static Rule rule(RuleFields fields) {
        var origin = fields.origin();
        var startsOn = triggers(fields.required("starts-on"), "starts-on");
        var terms = terms(fields);
        return new Rule(
                id(fields.required("id")),
                origin.from(),
                origin.to().orElse(null),
                fields.required("words").text(),
                fields.required("duty-holder").oneOf(DutyHolder.class, "duty-holder"),
                fields.required("start-basis").oneOf(StartBasis.class, "start-basis"),
                startsOn,
                optionalTriggers(fields, "met-by"),
                optionalTriggers(fields, "ends-on"),
                following(fields, "met-starts", startsOn),
                following(fields, "met-dates", startsOn),
                terms,
                fields.optional("again").map(TermNode::again).orElse(null),
                truth(fields, "contact"),
                mayPause(fields, terms),
                origin.source(),
                origin.verified());
    }

    private static boolean truth(RuleFields fields, String name) {
        return fields.optional(name).map(node -> node.truth(name)).orElse(false);
    }

    private static boolean mayPause(RuleFields fields, Map<Tier, Term> terms) {
        var mayPause = truth(fields, "may-pause");
        var hasHours = terms.values().stream()
                .flatMap(term -> term.earliestOf().stream())
                .anyMatch(limit -> limit.unit() == Limit.Unit.HOURS);
        if (mayPause && hasHours) {
            throw fields.required("may-pause").rejected("a limit in hours does not move by whole days");
        }
        return mayPause;
    }

    private static String id(RuleNode node) {
        if (!node.text().matches("[A-Z][A-Z0-9-]{1,39}")) {
            throw node.rejected("id: capitals, digits and hyphens, 2 to 40");
        }
        return node.text();
    }

    private static Set<Trigger> optionalTriggers(RuleFields fields, String name) {
        return fields.optional(name).map(node -> triggers(node, name)).orElse(Set.of());
    }

    private static Set<Trigger> triggers(RuleNode list, String name) {
        var triggers = EnumSet.noneOf(Trigger.class);
        for (var node : list.items(name)) {
            if (!triggers.add(node.oneOf(Trigger.class, name))) {
                throw node.rejected(node.text() + " stands twice");
            }
        }
        if (triggers.isEmpty()) {
            throw list.rejected(name + " is empty");
        }
        return triggers;
    }

    /** Fields named by the trigger that started the rule: what whoever is told has then received. */
    private static Map<Trigger, Trigger> following(RuleFields fields, String field, Set<Trigger> startsOn) {
        var next = new EnumMap<Trigger, Trigger>(Trigger.class);
        var names = startsOn.stream().map(Enum::name).toList();
        fields.optional(field).ifPresent(node -> {
            var chain = node.fields(field, Set.of(), Set.copyOf(names));
            for (var name : chain.names()) {
                next.put(Trigger.valueOf(name), chain.required(name).oneOf(Trigger.class, field));
            }
        });
        return next;
    }

    private static Map<Tier, Term> terms(RuleFields fields) {
        var same = fields.optional("limit");
        var standard = fields.optional("standard");
        var enhanced = fields.optional("enhanced");
        if (same.isPresent() && standard.isEmpty() && enhanced.isEmpty()) {
            var term = TermNode.read(same.get());
            return Map.of(Tier.STANDARD, term, Tier.ENHANCED, term);
        }
        if (same.isPresent() || standard.isEmpty() || enhanced.isEmpty()) {
            throw fields.owner().rejected("either limit, or both standard and enhanced");
        }
        var usual = TermNode.read(standard.get());
        var quick = TermNode.read(enhanced.get());
        if (isLonger(quick, usual)) {
            throw enhanced.get().rejected("enhanced is longer than standard");
        }
        return Map.of(Tier.STANDARD, usual, Tier.ENHANCED, quick);
    }

    /** As far as limits of one unit show it. */
    private static boolean isLonger(Term enhanced, Term standard) {
        return enhanced.earliestOf().stream()
                .anyMatch(limit -> standard.earliestOf().stream()
                        .anyMatch(other -> other.unit() == limit.unit() && other.amount() < limit.amount()));
    }
}
