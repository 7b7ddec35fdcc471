package org.candour.casework.ownrecord;

import java.time.Instant;
import java.util.UUID;

/**
 * That something is on the record.
 *
 * @param isRepeat whether it was before
 */
public record Added(UUID id, Instant recordedAt, boolean isRepeat) {}
