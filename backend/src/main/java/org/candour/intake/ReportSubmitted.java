package org.candour.intake;

import java.time.Instant;
import org.candour.access.CaseId;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.modulith.NamedInterface;

/**
 * A report is in.
 *
 * @param caseId its case
 * @param reference what the victim was given
 * @param at when the ledger took it in
 */
@NamedInterface("events")
@TypeAlias("report-submitted")
public record ReportSubmitted(CaseId caseId, String reference, Instant at) {}
