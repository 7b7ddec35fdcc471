package org.candour.disclosure;

import java.util.UUID;

/**
 * A redacted copy as one person read it.
 *
 * @param watermark body, time, reader's pseudonym and ledger entry of this reading
 * @param ledgerIndex where this reading stands on the ledger
 */
public record DisclosedFile(UUID id, String watermark, long ledgerIndex, RedactedFile file) {
    @Override
    public String toString() {
        return "DisclosedFile[" + id + "]";
    }
}
