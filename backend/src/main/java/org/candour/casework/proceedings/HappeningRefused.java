package org.candour.casework.proceedings;

/** What was recorded breaks a rule. Nothing was stored. */
public final class HappeningRefused extends RuntimeException {
    /** Which rule. */
    public enum Rule {
        /** It is told on a track, where it needs more facts. */
        BELONGS_TO_A_TRACK,
        /** It has not come yet. */
        IN_THE_FUTURE,
        /** Nothing of this id was told, or it was taken back already. */
        NOT_TOLD,
        /** A judgement of this kind needs a reason. */
        REASON_MISSING
    }

    private final String field;
    private final Rule rule;

    HappeningRefused(String field, Rule rule) {
        super(field + ": " + rule);
        this.field = field;
        this.rule = rule;
    }

    /** Where it stands in the body. */
    public String field() {
        return field;
    }

    /** Which rule it breaks. */
    public Rule rule() {
        return rule;
    }
}
