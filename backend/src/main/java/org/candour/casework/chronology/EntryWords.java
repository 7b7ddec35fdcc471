package org.candour.casework.chronology;

import org.jspecify.annotations.Nullable;

/**
 * What an entry says in words.
 *
 * @param what the fact
 * @param decidedByName who decided, as far as known
 * @param rationale the reasons they gave
 */
public record EntryWords(
        String what,
        @Nullable String decidedByName,
        @Nullable String rationale) {
    @Override
    public String toString() {
        return "EntryWords[hidden]";
    }
}
