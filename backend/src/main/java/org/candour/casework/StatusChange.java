package org.candour.casework;

import java.time.Instant;
import org.springframework.data.annotation.TypeAlias;

/**
 * A case reached a status.
 *
 * @param at when it was recorded here
 */
@TypeAlias("status-change")
public record StatusChange(Status status, Instant at) {}
