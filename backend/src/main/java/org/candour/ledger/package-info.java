/**
 * The record: an append-only Merkle log of who did what to which case, with signed checkpoints and proofs that anyone can
 * check offline. It never holds a name, a word of a victim, or a key that opens one.
 */
@NullMarked
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {})
package org.candour.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
