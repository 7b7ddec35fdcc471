package org.candour.access;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The fields of a node of a rule file. */
public final class RuleFields {
    private final RuleNode owner;
    private final Map<String, RuleNode> fields;

    RuleFields(RuleNode owner, Map<String, RuleNode> fields) {
        this.owner = owner;
        this.fields = fields;
    }

    /** A field that was required. */
    public RuleNode required(String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    /** A field that may be absent. */
    public Optional<RuleNode> optional(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The names of those that are there. */
    public Set<String> names() {
        return Set.copyOf(fields.keySet());
    }

    /** The node whose fields these are. */
    public RuleNode owner() {
        return owner;
    }

    /**
     * Where a rule comes from and when it holds: {@code source}, {@code verified}, {@code effective-from}, {@code effective-to}.
     *
     * @throws RuleFileRejected if it ends before it begins
     */
    public Origin origin() {
        var source = required("source").text();
        var verified = required("verified").truth("verified");
        var from = required("effective-from").date();
        var to = optional("effective-to");
        if (to.isPresent() && to.get().date().isBefore(from)) {
            throw to.get().rejected("effective-to is before effective-from");
        }
        return new Origin(source, verified, from, to.map(RuleNode::date));
    }

    /**
     * Where a rule comes from and when it holds.
     *
     * @param source where it is written
     * @param verified whether a person has checked it against the text in force
     * @param from its first day
     * @param to its last day, if there is one
     */
    public record Origin(String source, boolean verified, LocalDate from, Optional<LocalDate> to) {}
}
