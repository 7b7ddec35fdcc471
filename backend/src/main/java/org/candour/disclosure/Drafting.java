package org.candour.disclosure;

import java.util.List;
import java.util.function.BiFunction;
import org.candour.access.CaseId;
import org.candour.casework.ReadForRedaction;
import org.candour.casework.RedactionBasis;
import org.candour.disclosure.redaction.RedactedText;
import org.candour.disclosure.redaction.Redaction;
import org.candour.ledger.Receipt;
import org.candour.vault.Opening;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;
import org.springframework.stereotype.Component;

/** The part of the room that may see an original: opens the case for as long as a draft is worked on. */
@Component
class Drafting {
    private final Vault vault;
    private final ReadForRedaction readForRedaction;

    Drafting(Vault vault, ReadForRedaction readForRedaction) {
        this.vault = vault;
        this.readForRedaction = readForRedaction;
    }

    @OpensPlaintext("A redacted copy is made from the original, by an advocate with a live grant")
    <T> T with(Receipt receipt, CaseId caseId, BiFunction<RedactionBasis, Opening, T> work) {
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            return work.apply(readForRedaction.read(caseId, opening), opening);
        }
    }

    static DraftView view(Disclosure draft, RedactionBasis basis, List<Redaction> redactions) {
        return new DraftView(
                draft.summary(), basis.account(), redactions, RedactedText.apply(basis.account(), redactions));
    }
}
