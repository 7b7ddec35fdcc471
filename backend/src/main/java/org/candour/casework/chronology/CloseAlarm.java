package org.candour.casework.chronology;

import java.time.Clock;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An advocate closes an alarm, and says why. */
@UseCase
public class CloseAlarm {
    private final Gate gate;
    private final Vault vault;
    private final Chronologies chronologies;
    private final Clock clock;

    CloseAlarm(Gate gate, Vault vault, Chronologies chronologies, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.chronologies = chronologies;
        this.clock = clock;
    }

    /**
     * Closes it. What raised it, if it comes again, raises it again.
     *
     * @param reason in words, never blank
     * @param version the version of the chronology that the actor saw
     * @return the chronology's new version
     * @throws org.candour.access.NoSuchThing if there is no such alarm
     * @throws AlarmConflict unless it is raised
     * @throws org.candour.casework.VersionConflict if the chronology has changed since
     */
    @OpensPlaintext("A reason is sealed under the case's own key, which must be unwrapped")
    public long close(CaseId caseId, String alarmId, String reason, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.CLOSE_CHRONOLOGY_ALARM, caseId);
        var chronology = chronologies.get(caseId);
        chronology.requireVersion(version);
        var eventId = UUID.randomUUID().toString();
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            var sealed = opening.seal(Alarm.field(eventId), new Alarm.Reason(reason));
            chronology.close(
                    alarmId,
                    eventId,
                    chronology.recordingAt(clock.instant()),
                    actor.id().value(),
                    sealed);
        }
        return chronologies.save(chronology).version();
    }
}
