package org.candour.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * A case as lists show it: dates and states, nothing of what it says.
 *
 * @param since when it reached its status
 */
public record CaseSummary(UUID id, String reference, Status status, Instant since) {}
