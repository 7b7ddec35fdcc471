/**
 * The front door: reports as victims submit them, sealed with public keys, and their receipts. It never holds a key that
 * opens one.
 */
@NullMarked
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {"access", "ledger", "vault"})
package org.candour.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
