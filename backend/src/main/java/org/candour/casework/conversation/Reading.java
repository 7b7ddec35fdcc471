package org.candour.casework.conversation;

import java.time.Instant;
import org.springframework.data.annotation.TypeAlias;

/**
 * That a message was read.
 *
 * @param at when somebody of the other side first did
 * @param isShown whether the sender may know; decided at the time, so that a later change reveals nothing from before
 */
@TypeAlias("reading")
record Reading(Instant at, boolean isShown) {}
