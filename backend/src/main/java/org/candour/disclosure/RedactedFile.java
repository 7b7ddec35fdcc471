package org.candour.disclosure;

import java.util.List;
import org.candour.casework.RedactionBasis.AccusedOfficer;

/**
 * What a recipient reads.
 *
 * @param account the narrative, redacted
 * @param happened when, in words; {@code UNKNOWN} if nobody knows
 * @param accused whom it concerns
 */
public record RedactedFile(String account, String happened, List<AccusedOfficer> accused) {
    @Override
    public String toString() {
        return "RedactedFile[hidden]";
    }
}
