package org.candour.casework.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.candour.vault.Opening;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** A victim, or their advocate, reads when the case team will look again, and what it says with it. */
@UseCase
public class ReadNextCheck {
    private final Gate gate;
    private final Vault vault;
    private final NextChecks checks;
    private final Clock clock;

    ReadNextCheck(Gate gate, Vault vault, NextChecks checks, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * What was set last.
     *
     * @throws NoSuchThing if nothing was, or the case is neither the actor's own nor granted to them
     */
    @OpensPlaintext("The victim and their advocate read what the victim was told")
    public NextCheckView read(CaseId caseId, Actor actor) {
        var receipt = gate.admit(actor, Act.READ_NEXT_CHECK, caseId);
        var check = checks.latest(caseId).orElseThrow(NoSuchThing::new);
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            return view(check, opening);
        }
    }

    private NextCheckView view(NextCheck check, Opening opening) {
        var today = LocalDate.ofInstant(clock.instant(), SetNextCheck.ZONE);
        return new NextCheckView(
                check.day(),
                today.isAfter(check.day()),
                check.setAt(),
                check.setFor(),
                Optional.ofNullable(check.words())
                        .map(words ->
                                opening.read(NextCheck.field(check.id()), words).text())
                        .orElse(null));
    }
}
