/**
 * The case file: where a case stands, its notes, and what the victim may see of both. It never holds the report itself, nor a
 * redacted copy.
 */
@NullMarked
@ApplicationModule(
        displayName = "Casework",
        allowedDependencies = {"access", "ledger", "vault", "intake", "intake :: events"})
package org.candour.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
