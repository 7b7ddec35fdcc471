package org.candour.casework;

import java.time.Clock;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.BodyId;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An advocate adds a note: for themself, for the case team, or for the victim too. */
@UseCase
public class AddNote {
    private final Gate gate;
    private final Vault vault;
    private final CaseFiles files;
    private final Clock clock;

    AddNote(Gate gate, Vault vault, CaseFiles files, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Seals and adds the note, for the case team.
     *
     * @param version the version of the case that the author saw
     * @return the case's new version
     * @throws VersionConflict if the case has changed since
     */
    public long add(CaseId caseId, String text, long version, Actor actor) {
        return write(caseId, text, NoteScope.CASE_TEAM, version, actor);
    }

    /** The same for other readers, from the start. */
    public long add(CaseId caseId, String text, NoteScope scope, long version, Actor actor) {
        return write(caseId, text, scope, version, actor);
    }

    @OpensPlaintext("A note is sealed under the case's own key, which must be unwrapped")
    private long write(CaseId caseId, String text, NoteScope scope, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.ADD_NOTE, caseId);
        var file = files.get(caseId);
        file.requireVersion(version);
        var id = UUID.randomUUID().toString();
        var now = clock.instant();
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            file.add(new Note(
                    id,
                    now,
                    actor.id().value(),
                    actor.body().map(BodyId::value).orElse(null),
                    scope,
                    scope == NoteScope.SHARED_WITH_VICTIM ? now : null,
                    opening.seal(Note.field(id), new NoteText(text))));
        }
        return files.save(file).version();
    }
}
