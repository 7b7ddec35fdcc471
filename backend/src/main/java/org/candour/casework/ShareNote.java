package org.candour.casework;

import java.time.Clock;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** The author of a note shows it to more readers. */
@UseCase
public class ShareNote {
    private final Gate gate;
    private final CaseFiles files;
    private final Clock clock;

    ShareNote(Gate gate, CaseFiles files, Clock clock) {
        this.gate = gate;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Widens the note's scope.
     *
     * @param version the version of the case that the author saw
     * @return the case's new version
     * @throws org.candour.access.NoSuchThing if the case has no such note of the actor's: whether it has one of somebody
     *     else's is not said
     * @throws ScopeConflict if that would narrow it, or change nothing
     * @throws VersionConflict if the case has changed since
     */
    public long share(CaseId caseId, UUID note, NoteScope scope, long version, Actor actor) {
        gate.admit(actor, Act.SHARE_NOTE, caseId);
        var file = files.get(caseId);
        file.requireVersion(version);
        file.widen(note.toString(), scope, actor.id(), clock.instant());
        return files.save(file).version();
    }
}
