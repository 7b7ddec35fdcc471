package org.candour.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A report as its list shows it.
 *
 * @param id the case's id
 */
public record ReportSummary(UUID id, String reference, Instant submittedAt) {}
