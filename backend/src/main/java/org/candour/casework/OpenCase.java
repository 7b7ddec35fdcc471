package org.candour.casework;

import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.casework.ownrecord.AdditionsOnFile;
import org.candour.intake.ReadReport;
import org.candour.vault.Opening;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An advocate opens a case. Who the victim is, is another question: {@link ViewIdentity}. */
@UseCase
public class OpenCase {
    private final Gate gate;
    private final Vault vault;
    private final ReadReport readReport;
    private final AdditionsOnFile additions;
    private final CaseFiles files;

    OpenCase(Gate gate, Vault vault, ReadReport readReport, AdditionsOnFile additions, CaseFiles files) {
        this.gate = gate;
        this.vault = vault;
        this.readReport = readReport;
        this.additions = additions;
        this.files = files;
    }

    /** Opens the case: what happened, who is accused, the notes. */
    @OpensPlaintext("An advocate with a live grant reads the case")
    public CaseView open(CaseId caseId, Actor actor) {
        var receipt = gate.admit(actor, Act.OPEN_CASE, caseId);
        var file = files.get(caseId);
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            return new CaseView(
                    caseId.value(),
                    file.reference(),
                    file.status(),
                    file.history(),
                    readReport.withoutIdentity(caseId, opening),
                    additions.corrections(caseId, opening),
                    file.notes().stream()
                            .filter(note -> note.isFor(actor.id()))
                            .map(note -> read(note, opening))
                            .toList(),
                    file.version());
        }
    }

    private static NoteView read(Note note, Opening opening) {
        return new NoteView(
                note.id(),
                note.at(),
                note.author(),
                note.scope(),
                opening.read(Note.field(note.id()), note.text()).text());
    }
}
