/**
 * Keys of the log and of witnesses in encrypted files, and files that are written whole or not at all. Only the JDK and
 * Bouncy Castle.
 */
@NullMarked
package org.candour.ledger.keys;

import org.jspecify.annotations.NullMarked;
