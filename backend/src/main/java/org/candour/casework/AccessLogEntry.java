package org.candour.casework;

import java.time.Instant;
import org.candour.ledger.Outcome;
import org.candour.ledger.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * One line of "who opened my file".
 *
 * @param ledgerIndex where it stands on the record, so that it can be checked
 * @param role the role they acted in
 * @param body the organisation they act for
 * @param act what they did or tried
 * @param purpose why
 * @param isRefused whether they were turned away
 * @param refusedBecause why, as a code; missing unless they were
 */
public record AccessLogEntry(
        long ledgerIndex,
        Instant at,
        String role,
        String body,
        String act,
        String purpose,
        boolean isRefused,
        @Nullable String refusedBecause) {
    static AccessLogEntry of(Recorded recorded) {
        var entry = recorded.entry();
        return new AccessLogEntry(
                recorded.index(),
                recorded.at(),
                entry.role(),
                entry.body(),
                entry.act(),
                entry.purpose(),
                entry.outcome() == Outcome.REFUSED,
                entry.reason().orElse(null));
    }
}
