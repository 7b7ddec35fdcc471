package org.candour.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.candour.access.ActorId;
import org.candour.access.CaseId;
import org.candour.access.NoSuchThing;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** The case file. */
@Document("cases")
@TypeAlias("case-file")
final class CaseFile {
    @Id
    private final UUID id;

    private final String reference;
    private final List<StatusChange> history;
    private final List<Note> notes;
    private Status status;

    @Version
    private @Nullable Long version;

    @PersistenceCreator
    CaseFile(
            UUID id,
            String reference,
            List<StatusChange> history,
            List<Note> notes,
            Status status,
            @Nullable Long version) {
        this.id = id;
        this.reference = reference;
        this.history = new ArrayList<>(history);
        this.notes = new ArrayList<>(notes);
        this.status = status;
        this.version = version;
    }

    static CaseFile opened(CaseId id, String reference, Instant at) {
        return new CaseFile(
                id.value(),
                reference,
                List.of(new StatusChange(Status.RECEIVED, at)),
                List.of(),
                Status.RECEIVED,
                null);
    }

    /**
     * Moves to another status.
     *
     * @throws StatusConflict if the table has no such move
     */
    void moveTo(Status next, Instant at) {
        if (!status.next().contains(next)) {
            throw new StatusConflict(status, next);
        }
        status = next;
        history.add(new StatusChange(next, at));
    }

    void add(Note note) {
        notes.add(note);
    }

    /**
     * Shows a note to more readers.
     *
     * @throws NoSuchThing if it has no such note of this author's
     * @throws ScopeConflict if they are not more
     */
    void widen(String noteId, NoteScope wider, ActorId author, Instant at) {
        var index = IntStream.range(0, notes.size())
                .filter(i -> notes.get(i).id().equals(noteId) && notes.get(i).isBy(author))
                .findFirst()
                .orElseThrow(NoSuchThing::new);
        notes.set(index, notes.get(index).widened(wider, at));
    }

    /**
     * Makes sure that nobody has changed it since the caller read it.
     *
     * @throws VersionConflict if somebody has
     */
    void requireVersion(long expected) {
        if (version() != expected) {
            throw new VersionConflict(version());
        }
    }

    CaseId id() {
        return new CaseId(id);
    }

    String reference() {
        return reference;
    }

    Status status() {
        return status;
    }

    /** When it reached its status. */
    Instant since() {
        return history.get(history.size() - 1).at();
    }

    List<StatusChange> history() {
        return List.copyOf(history);
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }

    long version() {
        return version == null ? 0 : version;
    }
}
