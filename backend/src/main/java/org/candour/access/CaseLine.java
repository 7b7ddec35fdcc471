package org.candour.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A case as lists show it: dates and codes.
 *
 * @param since when it reached its status
 * @param nextDueOn the next day on which something is due; empty if nothing is
 * @param changedAt when something of it last changed
 */
public record CaseLine(
        CaseId id, String reference, String status, Instant since, Optional<LocalDate> nextDueOn, Instant changedAt) {
    @Override
    public String toString() {
        return "CaseLine[" + id + "]";
    }
}
