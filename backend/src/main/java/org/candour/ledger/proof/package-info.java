/**
 * What anyone needs to check the record, and nothing else: tree, notes, checkpoints, proofs. Only the JDK and Bouncy
 * Castle; no Spring, no database, no clock, no file.
 */
@NullMarked
package org.candour.ledger.proof;

import org.jspecify.annotations.NullMarked;
