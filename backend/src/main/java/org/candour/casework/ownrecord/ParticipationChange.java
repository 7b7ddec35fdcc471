package org.candour.casework.ownrecord;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.TypeAlias;

/** The victim went on, paused, or stopped taking part. They need not say why. */
@TypeAlias("participation-change")
record ParticipationChange(UUID id, Participation to, Instant at) {}
