package org.candour.casework.chronology;

import java.time.Clock;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An advocate records a fact, or a correction of one. */
@UseCase
public class AddEntry {
    private final Gate gate;
    private final Vault vault;
    private final Chronologies chronologies;
    private final EntryRules rules;
    private final Clock clock;

    AddEntry(Gate gate, Vault vault, Chronologies chronologies, EntryRules rules, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.chronologies = chronologies;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Seals and adds an entry. A contact with a listed body is known to that body from the day of the contact, unless the draft
     * says otherwise.
     *
     * @param version the version of the chronology that the actor saw
     * @throws EntryRefused if it breaks a rule
     * @throws org.candour.casework.VersionConflict if the chronology has changed since
     */
    @OpensPlaintext("An entry is sealed under the case's own key, which must be unwrapped")
    public EntryVersion add(CaseId caseId, EntryDraft draft, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.ADD_TO_CHRONOLOGY, caseId);
        rules.check(draft);
        var chronology = chronologies.get(caseId);
        chronology.requireVersion(version);
        var at = chronology.recordingAt(clock.instant());
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            var entry = draft.sealed(opening, at, actor.id(), Optional.empty());
            chronology.add(entry);
            return new EntryVersion(entry.id(), chronologies.save(chronology).version());
        }
    }

    /**
     * Seals and adds an entry that supersedes another. What is recorded of bodies that the draft says nothing of is taken over.
     *
     * @param corrected the entry that was wrong
     * @param version the version of the chronology that the actor saw
     * @throws org.candour.access.NoSuchThing if there is no such entry
     * @throws EntrySuperseded if it has been corrected before
     * @throws EntryRefused if it breaks a rule
     * @throws org.candour.casework.VersionConflict if the chronology has changed since
     */
    @OpensPlaintext("A correction is sealed under the case's own key, which must be unwrapped")
    public EntryVersion correct(CaseId caseId, String corrected, EntryDraft draft, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.CORRECT_CHRONOLOGY, caseId);
        rules.check(draft);
        var chronology = chronologies.get(caseId);
        chronology.requireVersion(version);
        var at = chronology.recordingAt(clock.instant());
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            var entry = draft.sealed(opening, at, actor.id(), Optional.of(corrected));
            chronology.correct(entry);
            return new EntryVersion(entry.id(), chronologies.save(chronology).version());
        }
    }
}
