package org.candour.casework.chronology;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.access.ActorId;
import org.candour.intake.FactDate;
import org.candour.vault.Sealing;

/**
 * An entry that somebody wants to make.
 *
 * @param knownBy which bodies came to know of it, and when
 */
public record EntryDraft(
        EntryKind kind, FactDate happenedOn, Particulars particulars, EntryWords words, List<KnownBy> knownBy) {
    /** That a body came to know of a fact. */
    public record KnownBy(String body, FactDate on) {
        @Override
        public String toString() {
            return "KnownBy[hidden]";
        }
    }

    public EntryDraft {
        knownBy = List.copyOf(knownBy);
    }

    Entry sealed(Sealing sealing, Instant at, ActorId by, Optional<String> corrects) {
        var id = UUID.randomUUID().toString();
        var rationale = words.rationale();
        return new Entry(
                id,
                kind,
                happenedOn,
                particulars,
                sealing.seal(Entry.field(id), words),
                rationale != null && !rationale.isBlank(),
                Stream.concat(impliedKnowledge(), knownBy.stream())
                        .map(known -> new BodyKnew(known.body(), known.on(), at, by.value()))
                        .toList(),
                at,
                by.value(),
                corrects.orElse(null));
    }

    /** Whoever was spoken to knows that they were. */
    private Stream<KnownBy> impliedKnowledge() {
        var body = particulars.body();
        var isSaid = knownBy.stream().anyMatch(known -> known.body().equals(body));
        return kind == EntryKind.CONTACT_WITH_AUTHORITIES && body != null && !isSaid
                ? Stream.of(new KnownBy(body, happenedOn))
                : Stream.empty();
    }

    @Override
    public String toString() {
        return "EntryDraft[hidden]";
    }
}
