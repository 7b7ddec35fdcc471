package org.candour.casework.chronology;

import org.candour.intake.FactDate;
import org.jspecify.annotations.Nullable;

/**
 * One fact, and whether a body knew of it.
 *
 * @param knownOn when it came to know; missing where nothing is recorded
 * @param what the fact, in words
 */
public record KnownFact(
        String entryId,
        EntryKind kind,
        FactDate happenedOn,
        String what,
        Knowledge answer,
        @Nullable FactDate knownOn) {
    @Override
    public String toString() {
        return "KnownFact[hidden]";
    }
}
