package org.candour.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candour.access.CaseLine;
import org.jspecify.annotations.Nullable;

/**
 * A case as lists show it: dates and states, nothing of what it says.
 *
 * @param since when it reached its status
 * @param nextDueOn the next day on which something is due; null if nothing is
 * @param changedAt when something of it last changed
 */
public record CaseSummary(
        UUID id,
        String reference,
        Status status,
        Instant since,
        @Nullable LocalDate nextDueOn,
        Instant changedAt) {
    static CaseSummary of(CaseLine line) {
        return new CaseSummary(
                line.id().value(),
                line.reference(),
                Status.valueOf(line.status()),
                line.since(),
                line.nextDueOn().orElse(null),
                line.changedAt());
    }

    @Override
    public String toString() {
        return "CaseSummary[" + id + "]";
    }
}
