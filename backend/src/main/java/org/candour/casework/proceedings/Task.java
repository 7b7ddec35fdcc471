package org.candour.casework.proceedings;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something to be done. It follows from timers, alarms and what happened; only that somebody put it off or did it is stored.
 *
 * @param about the timer, the entry of a track or the allegation that it comes from
 * @param dueOn the day it is due; of one that was put off, the day it is open again
 */
public record Task(String id, TaskKind kind, UUID about, LocalDate dueOn, TaskState state) {}
