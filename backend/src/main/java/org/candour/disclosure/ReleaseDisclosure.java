package org.candour.disclosure;

import java.time.Clock;
import java.time.Instant;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.Consents;
import org.candour.access.Gate;
import org.candour.access.Purpose;
import org.candour.access.UseCase;
import org.candour.casework.ReadForRedaction;

/** An advocate lets the recipient read an approved disclosure. */
@UseCase
public class ReleaseDisclosure {
    private final Gate gate;
    private final Disclosures disclosures;
    private final ReadForRedaction readForRedaction;
    private final Consents consents;
    private final DisclosureSettings settings;
    private final Clock clock;

    ReleaseDisclosure(
            Gate gate,
            Disclosures disclosures,
            ReadForRedaction readForRedaction,
            Consents consents,
            DisclosureSettings settings,
            Clock clock) {
        this.gate = gate;
        this.disclosures = disclosures;
        this.readForRedaction = readForRedaction;
        this.consents = consents;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Releases it.
     *
     * @param expiresAt the first instant at which it can no longer be read
     * @throws TermRefused if that is not in the future, or too far in it
     * @throws StageConflict unless it is approved
     * @throws DisclosureOutdated if the victim has added to the original since it was begun
     * @throws ConsentMissing unless the victim agrees, now, that the recipient reads it to investigate
     */
    public void release(DisclosureId id, Instant expiresAt, Actor actor) {
        gate.admit(actor, Act.RELEASE_DISCLOSURE, id.value(), disclosures.standing(id));
        var now = clock.instant();
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(settings.longestTerm()))) {
            throw new TermRefused();
        }
        var disclosure = disclosures.get(id);
        disclosure.release(expiresAt);
        disclosure.requireCurrent(readForRedaction.additions(disclosure.caseId()));
        if (!consents.isLive(disclosure.caseId(), disclosure.recipient(), Purpose.INVESTIGATION)) {
            throw new ConsentMissing(disclosure.recipient(), Purpose.INVESTIGATION);
        }
        disclosures.save(disclosure);
    }
}
