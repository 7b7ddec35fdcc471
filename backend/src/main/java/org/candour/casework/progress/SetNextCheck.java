package org.candour.casework.progress;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.BodyId;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An advocate tells the victim when they will look again, so that silence has an end. */
@UseCase
public class SetNextCheck {
    /** Days are those of England and Wales. */
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final Period LONGEST = Period.ofMonths(6);

    private final Gate gate;
    private final Vault vault;
    private final NextChecks checks;
    private final Clock clock;

    SetNextCheck(Gate gate, Vault vault, NextChecks checks, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * Sets the day, in the place of the one before, which is kept.
     *
     * @param dueOn today, or a later day within six months
     * @param words what to tell the victim with it
     * @throws NextCheckRefused if it is any other day
     */
    @OpensPlaintext("Words for the victim are sealed under the case's own key, which must be unwrapped")
    public void set(CaseId caseId, LocalDate dueOn, Optional<String> words, Actor actor) {
        var receipt = gate.admit(actor, Act.SET_NEXT_CHECK, caseId);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZONE);
        if (dueOn.isBefore(today) || dueOn.isAfter(today.plus(LONGEST))) {
            throw new NextCheckRefused();
        }
        var id = Generators.timeBasedEpochRandomGenerator().generate();
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            checks.add(new NextCheck(
                    id,
                    caseId.value(),
                    dueOn.toString(),
                    now,
                    actor.body().map(BodyId::value).orElse(null),
                    words.map(text -> opening.seal(NextCheck.field(id), new CheckWords(text)))
                            .orElse(null),
                    null));
        }
    }
}
