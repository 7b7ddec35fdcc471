package org.candour.casework.proceedings;

import java.util.Collection;
import java.util.List;

/** Something that was told breaks a rule of the domain. Nothing was stored. */
public final class FactRefused extends RuntimeException {
    /** Which rule. */
    public enum Rule {
        /** It must be told here, although it may be left out elsewhere. */
        NEEDED_HERE,
        /** An answer is needed to every question. */
        ANSWER_MISSING,
        /** {@code UNKNOWN} is not enough here. */
        MUST_BE_KNOWN,
        /** The day has not come yet. */
        IN_THE_FUTURE,
        /** No such code in the rule files, or no such thing on this case. */
        NOT_KNOWN,
        /** The outcome's scheme was not in force for the day that decides. */
        SCHEME_DOES_NOT_FIT,
        /** It belongs to another track. */
        OTHER_TRACK,
        /** The case holds as much as one may. */
        TOO_MANY
    }

    private final String field;
    private final Rule rule;
    private final List<String> allowed;

    FactRefused(String field, Rule rule) {
        this(field, rule, List.of());
    }

    FactRefused(String field, Rule rule, Collection<String> allowed) {
        super(field + ": " + rule);
        this.field = field;
        this.rule = rule;
        this.allowed = allowed.stream().sorted().toList();
    }

    /** Where it stands in the body. */
    public String field() {
        return field;
    }

    /** Which rule it breaks. */
    public Rule rule() {
        return rule;
    }

    /** What would be accepted, if that is a short list; in alphabetical order. */
    public List<String> allowed() {
        return allowed;
    }
}
