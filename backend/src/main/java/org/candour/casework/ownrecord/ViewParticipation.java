package org.candour.casework.ownrecord;

import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** A victim, or their advocate, looks whether the victim takes part. */
@UseCase
public class ViewParticipation {
    private final Gate gate;
    private final OwnRecords ownRecords;

    ViewParticipation(Gate gate, OwnRecords ownRecords) {
        this.gate = gate;
        this.ownRecords = ownRecords;
    }

    /** Whether they do now, and every change of it. */
    public ParticipationView view(CaseId caseId, Actor actor) {
        gate.admit(actor, Act.VIEW_PARTICIPATION, caseId);
        return ParticipationView.of(ownRecords.of(caseId));
    }
}
