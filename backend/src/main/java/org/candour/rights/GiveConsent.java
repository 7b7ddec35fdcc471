package org.candour.rights;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.BodyId;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.Consent;
import org.candour.access.Consents;
import org.candour.access.Gate;
import org.candour.access.Purpose;
import org.candour.access.UseCase;
import org.candour.rights.ConsentRefused.Reason;

/** A victim agrees that one body may be shown their case for one purpose; or an advocate writes down that they did. */
@UseCase
public class GiveConsent {
    /** What a case is shared for: with who investigates, and with who else may support the victim. */
    private static final Set<Purpose> SHARINGS = EnumSet.of(Purpose.INVESTIGATION, Purpose.SUPPORT);

    private final Gate gate;
    private final CaseRegister cases;
    private final Consents consents;
    private final RightsSettings settings;
    private final Clock clock;

    GiveConsent(Gate gate, CaseRegister cases, Consents consents, RightsSettings settings, Clock clock) {
        this.gate = gate;
        this.cases = cases;
        this.consents = consents;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Enters the consent from now on, in the place of any that holds for the same recipient and purpose.
     *
     * @param until the first instant at which it no longer holds
     * @param form how it was given; empty stands for {@code BY_VICTIM} from a victim, and for {@code SPOKEN} from an advocate
     * @throws ConsentRefused if it cannot be given so
     * @throws org.candour.access.NoSuchThing if the case is neither the actor's own nor granted to them
     */
    public ConsentView give(
            CaseId caseId, BodyId recipient, Purpose purpose, Instant until, Optional<Consent.Form> form, Actor actor) {
        gate.admit(actor, Act.GIVE_CONSENT, caseId);
        var now = clock.instant();
        if (!SHARINGS.contains(purpose)) {
            throw new ConsentRefused(Reason.PURPOSE);
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(settings.longestConsent()))) {
            throw new ConsentRefused(Reason.TERM);
        }
        if (!cases.mayReceive(caseId, recipient)) {
            throw new ConsentRefused(Reason.RECIPIENT);
        }
        var isVictim = cases.isOwnedBy(caseId, actor);
        var consent = new Consent(
                Generators.timeBasedEpochRandomGenerator().generate(),
                recipient,
                purpose,
                form(form, isVictim),
                isVictim ? null : actor.body().orElse(null),
                now,
                until,
                null);
        consents.give(caseId, consent);
        return ConsentView.of(consent, now);
    }

    private static Consent.Form form(Optional<Consent.Form> said, boolean isVictim) {
        var form = said.orElse(isVictim ? Consent.Form.BY_VICTIM : Consent.Form.SPOKEN);
        return Optional.of(form)
                .filter(one -> isVictim == (one == Consent.Form.BY_VICTIM))
                .orElseThrow(() -> new ConsentRefused(Reason.FORM));
    }
}
