package org.candour.casework;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.vault.Opening;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** A victim reads the notes that were shared with them. */
@UseCase
public class ReadSharedNotes {
    private final Gate gate;
    private final Vault vault;
    private final CaseFiles files;

    ReadSharedNotes(Gate gate, Vault vault, CaseFiles files) {
        this.gate = gate;
        this.vault = vault;
        this.files = files;
    }

    /** Those notes, the last shared first, at most {@code limit}, from after {@code before}; of others nothing is said. */
    @OpensPlaintext("A victim reads what was shared with them")
    public List<SharedNote> read(CaseId caseId, Optional<UUID> before, int limit, Actor actor) {
        var receipt = gate.admit(actor, Act.READ_SHARED_NOTES, caseId);
        var shared = files.find(caseId).stream()
                .flatMap(file -> file.notes().stream())
                .filter(note -> note.scope() == NoteScope.SHARED_WITH_VICTIM)
                .sorted(Comparator.comparing(Note::sharedOrWrittenAt).reversed())
                .toList();
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            return after(before, shared)
                    .limit(limit)
                    .map(note -> view(note, opening))
                    .toList();
        }
    }

    private static Stream<Note> after(Optional<UUID> before, List<Note> notes) {
        return before.map(UUID::toString)
                .map(id ->
                        notes.stream().dropWhile(note -> !note.id().equals(id)).skip(1))
                .orElseGet(notes::stream);
    }

    private static SharedNote view(Note note, Opening opening) {
        return new SharedNote(
                note.id(),
                note.at(),
                note.sharedOrWrittenAt(),
                note.body(),
                opening.read(Note.field(note.id()), note.text()).text());
    }
}
