package org.candour.casework.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A day on which the case team will look again. It never changes: the next one takes its place, and what was promised stays.
 *
 * @param id a UUID version 7, so that later ones have greater ids
 * @param dueOn the day, as ISO 8601 writes it, which no time zone can move
 * @param setFor the organisation of whoever set it; null if their token named none
 * @param words what they tell the victim; null for nothing
 * @param version null before the write
 */
@Document("next_checks")
@TypeAlias("next-check")
@CompoundIndex(name = "case", def = "{caseId: 1, _id: -1}")
record NextCheck(
        @Id UUID id,
        UUID caseId,
        String dueOn,
        Instant setAt,
        @Nullable String setFor,
        @Nullable Sealed<CheckWords> words,
        @Version @Nullable Long version) {
    static Field<CheckWords> field(UUID id) {
        return new Field<>(Compartment.WORK, "case.next-check", CheckWords.class, 1).at(id.toString());
    }

    LocalDate day() {
        return LocalDate.parse(dueOn);
    }

    @Override
    public String toString() {
        return "NextCheck[" + id + "]";
    }
}
