package org.candour.casework.ownrecord;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.util.List;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** A victim says how they may safely be reached from now on, or that what they said is still right. */
@UseCase
public class ChangeSafeContact {
    private final Gate gate;
    private final Vault vault;
    private final OwnRecords ownRecords;
    private final SafeContactTerm term;
    private final SafeContactLapse lapse;
    private final Clock clock;

    ChangeSafeContact(
            Gate gate, Vault vault, OwnRecords ownRecords, SafeContactTerm term, SafeContactLapse lapse, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.ownRecords = ownRecords;
        this.term = term;
        this.lapse = lapse;
        this.clock = clock;
    }

    /**
     * Adds the record as confirmed today, keeps the one before, and flags the change for the case team.
     *
     * @param version the version that the victim saw
     * @return the new version
     * @throws org.candour.casework.VersionConflict if there is a later one
     * @throws OwnRecordFull if there are too many
     */
    @OpensPlaintext("A safe-contact record is sealed under the case's own key, which must be unwrapped")
    public long change(CaseId caseId, List<SafeChannel> channels, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.CHANGE_SAFE_CONTACT, caseId);
        var number = version + 1;
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            var sealed = opening.seal(SafeContactVersion.field(number), new SafeChannels(channels));
            var next = new SafeContactVersion(number, term.today(), sealed);
            var about = Generators.timeBasedEpochRandomGenerator().generate();
            var now = clock.instant();
            ownRecords.change(caseId, ownRecord -> {
                ownRecord.add(next, about, now);
                return new Added(about, now, false);
            });
            lapse.told(caseId, now);
            return number;
        }
    }
}
