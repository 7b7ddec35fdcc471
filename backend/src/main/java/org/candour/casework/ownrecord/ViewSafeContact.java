package org.candour.casework.ownrecord;

import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.candour.intake.Identity;
import org.candour.intake.ReadReport;
import org.candour.intake.SafeContact;
import org.candour.ledger.Receipt;
import org.candour.vault.Opening;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** A victim, or their advocate, looks at how the victim may safely be reached. */
@UseCase
public class ViewSafeContact {
    private final Gate gate;
    private final Vault vault;
    private final ReadReport readReport;
    private final OwnRecords ownRecords;
    private final SafeContactTerm term;

    ViewSafeContact(Gate gate, Vault vault, ReadReport readReport, OwnRecords ownRecords, SafeContactTerm term) {
        this.gate = gate;
        this.vault = vault;
        this.readReport = readReport;
        this.ownRecords = ownRecords;
        this.term = term;
    }

    /**
     * For an advocate: what the victim said last; until they change it, what they said in the report, with {@code UNKNOWN} for
     * the rest.
     */
    public SafeContactView view(CaseId caseId, Actor actor) {
        return read(caseId, gate.admit(actor, Act.VIEW_SAFE_CONTACT, caseId));
    }

    /** The same for the victim, who needs no second factor for what is their own. */
    public SafeContactView viewOwn(CaseId caseId, Actor actor) {
        return read(caseId, gate.admit(actor, Act.VIEW_OWN_SAFE_CONTACT, caseId));
    }

    @OpensPlaintext("The victim and their advocate read how the victim may safely be reached")
    private SafeContactView read(CaseId caseId, Receipt receipt) {
        var latest = ownRecords.of(caseId).safeContact();
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            return latest.map(version -> later(version, opening)).orElseGet(() -> first(caseId, opening));
        }
    }

    private SafeContactView later(SafeContactVersion version, Opening opening) {
        var channels = opening.read(SafeContactVersion.field(version.number()), version.channels());
        return term.view(version.number(), version.confirmedOn(), channels.channels());
    }

    private SafeContactView first(CaseId caseId, Opening opening) {
        var submitted = readReport.summary(caseId).orElseThrow(NoSuchThing::new).submittedAt();
        return term.view(0, term.dayOf(submitted), channels(readReport.identity(caseId, opening)));
    }

    private static List<SafeChannel> channels(Identity identity) {
        return Optional.ofNullable(identity.contacts()).orElse(List.<SafeContact>of()).stream()
                .map(SafeChannel::of)
                .toList();
    }
}
