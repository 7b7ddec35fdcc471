package org.candour.access;

import java.time.Clock;
import org.candour.ledger.Ledger;
import org.candour.ledger.Receipt;
import org.candour.ledger.TestReceipts;

/** A gate that records nothing, for measuring what recording costs. It still asks for the role. */
public final class AdmittingGate extends Gate {
    AdmittingGate(Ledger ledger, CaseRegister cases, Conflicts conflicts, AccessSettings settings, Clock clock) {
        super(ledger, cases, conflicts, settings, clock);
    }

    @Override
    public Receipt admitSubmission(Actor actor, CaseId fresh, String commitment) {
        if (Act.SUBMIT_REPORT.roles().stream().noneMatch(actor::has)) {
            throw new RoleMissing(Act.SUBMIT_REPORT);
        }
        return TestReceipts.receipt(fresh.value(), Act.PREPARE_DISCLOSURE.opens());
    }
}
