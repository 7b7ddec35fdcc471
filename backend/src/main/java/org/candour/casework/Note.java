package org.candour.casework;

import java.time.Instant;
import org.candour.access.ActorId;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * A note as it is stored.
 *
 * @param author pseudonym of whoever wrote it
 * @param body the organisation they wrote it for; null if their token named none
 * @param scope who reads it
 * @param sharedAt when it was shown to the victim; null while it is not
 */
@TypeAlias("note")
record Note(
        String id,
        Instant at,
        String author,
        @Nullable String body,
        NoteScope scope,
        @Nullable Instant sharedAt,
        Sealed<NoteText> text) {
    /** The place of one note: bound to its id, so that two notes of a case cannot be swapped. */
    static Field<NoteText> field(String id) {
        return new Field<>(Compartment.WORK, "case.note", NoteText.class, 1).at(id);
    }

    Instant sharedOrWrittenAt() {
        return sharedAt == null ? at : sharedAt;
    }

    boolean isBy(ActorId reader) {
        return author.equals(reader.value());
    }

    /** Whether somebody who works on the case reads it; of a note that they do not, they learn nothing. */
    boolean isFor(ActorId reader) {
        return scope != NoteScope.PRIVATE || isBy(reader);
    }

    /**
     * The same for more readers.
     *
     * @throws ScopeConflict if they are not more
     */
    Note widened(NoteScope wider, Instant now) {
        if (!scope.next().contains(wider)) {
            throw new ScopeConflict(scope, wider);
        }
        return new Note(id, at, author, body, wider, wider == NoteScope.SHARED_WITH_VICTIM ? now : null, text);
    }
}
