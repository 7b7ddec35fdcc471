package org.candour.casework.ownrecord;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.casework.proceedings.ContactDuties;

/** A victim pauses, goes on, or stops taking part. */
@UseCase
public class ChangeParticipation {
    private final Gate gate;
    private final OwnRecords ownRecords;
    private final ContactDuties contactDuties;
    private final SafeContactLapse lapse;
    private final Clock clock;

    ChangeParticipation(
            Gate gate, OwnRecords ownRecords, ContactDuties contactDuties, SafeContactLapse lapse, Clock clock) {
        this.gate = gate;
        this.ownRecords = ownRecords;
        this.contactDuties = contactDuties;
        this.lapse = lapse;
        this.clock = clock;
    }

    /**
     * Records the change and flags it for the case team. Agreed contact waits until the victim goes on, and nobody is told to ask
     * them anything meanwhile; every other duty of others runs on, and what was told stays.
     *
     * @throws ParticipationConflict if the victim cannot go there from where they stand
     */
    public ParticipationView change(CaseId caseId, Participation to, Actor actor) {
        gate.admit(actor, Act.CHANGE_PARTICIPATION, caseId);
        ownRecords.of(caseId).requireNext(to);
        // the duties first: if the rest is lost in a crash, the victim asks again, and finds the move still possible
        contactDuties.follow(caseId, to == Participation.TAKING_PART);
        var now = clock.instant();
        var change = new ParticipationChange(
                Generators.timeBasedEpochRandomGenerator().generate(), to, now);
        ownRecords.change(caseId, ownRecord -> {
            ownRecord.move(change);
            return new Added(change.id(), now, false);
        });
        lapse.told(caseId, now);
        return ParticipationView.of(ownRecords.of(caseId));
    }
}
