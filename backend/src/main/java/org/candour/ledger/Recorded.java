package org.candour.ledger;

import java.time.Instant;

/**
 * An entry that is durable.
 *
 * @param index its position, from 0, without gaps
 * @param at when the ledger took it in, to the millisecond
 * @param entry what it says
 */
public record Recorded(long index, Instant at, Entry entry) {}
