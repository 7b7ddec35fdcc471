package org.candour.casework.chronology;

import java.time.Clock;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;

/** An advocate records that another body came to know of a fact. */
@UseCase
public class RecordKnowledge {
    private final Gate gate;
    private final Chronologies chronologies;
    private final EntryRules rules;
    private final Clock clock;

    RecordKnowledge(Gate gate, Chronologies chronologies, EntryRules rules, Clock clock) {
        this.gate = gate;
        this.chronologies = chronologies;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Records it. What was recorded before of the same body and fact stays, and answers what was known here by then.
     *
     * @param version the version of the chronology that the actor saw
     * @throws NoSuchThing if there is no such entry
     * @throws EntrySuperseded if it has been corrected
     * @throws EntryRefused if it breaks a rule
     * @throws org.candour.casework.VersionConflict if the chronology has changed since
     */
    public EntryVersion record(CaseId caseId, String entryId, EntryDraft.KnownBy knownBy, long version, Actor actor) {
        gate.admit(actor, Act.RECORD_KNOWLEDGE, caseId);
        var chronology = chronologies.get(caseId);
        chronology.requireVersion(version);
        var entry = chronology.entry(entryId).orElseThrow(NoSuchThing::new);
        rules.checkKnown("", entry.happenedOn(), knownBy);
        var at = chronology.recordingAt(clock.instant());
        chronology.knew(
                entryId,
                new BodyKnew(knownBy.body(), knownBy.on(), at, actor.id().value()));
        return new EntryVersion(entryId, chronologies.save(chronology).version());
    }
}
