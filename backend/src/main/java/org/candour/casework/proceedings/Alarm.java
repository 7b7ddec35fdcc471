package org.candour.casework.proceedings;

import java.time.Instant;
import java.util.UUID;

/**
 * Something is wrong, or missing. An alarm is found by looking; nothing stores it.
 *
 * @param id for closing it
 * @param since when what raised it was recorded
 * @param isClosed whether somebody has closed it with a reason, and nothing new has raised it since
 */
public record Alarm(String id, AlarmKind kind, UUID allegation, Instant since, boolean isClosed) {}
