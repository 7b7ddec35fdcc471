package org.candour.casework.risk;

import java.util.Set;

/**
 * What stands of a case, until an assessment raises it or a person who says why sets it anew.
 *
 * @param prompts why it should be put before a MARAC
 */
record Standing(Grade grade, Set<MaracPrompt> prompts) {
    /** Nobody has assessed it. */
    static final Standing NONE = new Standing(Grade.UNKNOWN, Set.of());

    Standing {
        prompts = Set.copyOf(prompts);
    }

    @Override
    public String toString() {
        return "Standing[hidden]";
    }
}
