package org.candour.casework;

import java.time.Instant;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.Sealed;
import org.springframework.data.annotation.TypeAlias;

/** A note as it is stored. */
@TypeAlias("note")
record Note(String id, Instant at, String author, Sealed<NoteText> text) {
    /** The place of one note: bound to its id, so that two notes of a case cannot be swapped. */
    static Field<NoteText> field(String id) {
        return new Field<>(Compartment.WORK, "case.note", NoteText.class, 1).at(id);
    }
}
