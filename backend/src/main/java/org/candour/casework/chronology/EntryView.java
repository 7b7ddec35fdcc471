package org.candour.casework.chronology;

import java.time.Instant;
import java.util.List;
import org.candour.intake.FactDate;
import org.candour.vault.Opening;
import org.jspecify.annotations.Nullable;

/**
 * An entry, opened.
 *
 * @param what the fact, in words
 * @param decidedByName who decided
 * @param rationale the reasons they gave
 * @param recordedBy pseudonym
 * @param corrects the entry it supersedes
 * @param supersededBy the entry that supersedes it
 */
public record EntryView(
        String id,
        EntryKind kind,
        FactDate happenedOn,
        Particulars particulars,
        String what,
        @Nullable String decidedByName,
        @Nullable String rationale,
        List<BodyKnew> knownBy,
        Instant recordedAt,
        String recordedBy,
        @Nullable String corrects,
        @Nullable String supersededBy) {
    static EntryView of(Entry entry, Chronology chronology, Opening opening) {
        var words = opening.read(Entry.field(entry.id()), entry.words());
        return new EntryView(
                entry.id(),
                entry.kind(),
                entry.happenedOn(),
                entry.particulars(),
                words.what(),
                words.decidedByName(),
                words.rationale(),
                entry.knownBy(),
                entry.recordedAt(),
                entry.recordedBy(),
                entry.corrects(),
                chronology.supersededBy(entry.id()).orElse(null));
    }

    @Override
    public String toString() {
        return "EntryView[hidden]";
    }
}
