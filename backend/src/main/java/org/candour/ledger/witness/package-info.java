/**
 * A witness (C2SP tlog-witness): a small server of somebody else's, which remembers how large a log was, and cosigns only
 * checkpoints that grew out of that. Only the proofs, the keys, the JDK and Bouncy Castle; no Spring, no database.
 */
@NullMarked
package org.candour.ledger.witness;

import org.jspecify.annotations.NullMarked;
