package org.candour.disclosure;

import java.util.List;
import org.candour.disclosure.redaction.Redaction;

/**
 * A draft beside its original, for whoever prepares it.
 *
 * @param original the account as the victim gave it
 * @param redacted what the recipient would read
 */
public record DraftView(DisclosureSummary summary, String original, List<Redaction> redactions, String redacted) {
    @Override
    public String toString() {
        return "DraftView[hidden]";
    }
}
