package org.candour.casework.chronology;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.candour.intake.FactDate;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * A fact as it is stored. Nothing of it is ever changed: only what is recorded of further bodies' knowledge is added.
 *
 * @param recordedAt when it was recorded here, to the millisecond
 * @param recordedBy pseudonym
 * @param corrects the id of the entry that this one supersedes
 * @param hasRationale whether the words give reasons, so that a missing one is told without opening them
 */
@TypeAlias("chronology-entry")
record Entry(
        String id,
        EntryKind kind,
        FactDate happenedOn,
        Particulars particulars,
        Sealed<EntryWords> words,
        boolean hasRationale,
        List<BodyKnew> knownBy,
        Instant recordedAt,
        String recordedBy,
        @Nullable String corrects) {
    Entry {
        knownBy = List.copyOf(knownBy);
    }

    /** The place of one entry's words: bound to its id, so that those of two entries cannot be swapped. */
    static Field<EntryWords> field(String id) {
        return new Field<>(Compartment.WORK, "chronology.entry", EntryWords.class, 1).at(id);
    }

    Entry with(BodyKnew more) {
        return withAll(Stream.concat(knownBy.stream(), Stream.of(more)).toList());
    }

    /** What was recorded of bodies that this entry says nothing of is taken over from the one it corrects. */
    Entry takingOver(Entry corrected) {
        var inherited = corrected.knownBy.stream()
                .filter(theirs -> knownBy.stream().noneMatch(mine -> mine.body().equals(theirs.body())));
        return withAll(Stream.concat(inherited, knownBy.stream()).toList());
    }

    private Entry withAll(List<BodyKnew> all) {
        return new Entry(id, kind, happenedOn, particulars, words, hasRationale, all, recordedAt, recordedBy, corrects);
    }

    Optional<String> corrected() {
        return Optional.ofNullable(corrects);
    }

    /** When anything of it was recorded. */
    Stream<Instant> recordings() {
        return Stream.concat(Stream.of(recordedAt), knownBy.stream().map(BodyKnew::recordedAt));
    }

    boolean isContactWithoutAction() {
        return kind == EntryKind.CONTACT_WITH_AUTHORITIES
                && !Objects.equals(particulars.actionTaken(), ActionTaken.YES);
    }
}
