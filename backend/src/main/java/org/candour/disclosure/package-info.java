/**
 * The other file: redactions proposed, reviewed and approved, and the redacted copy that a body may read for a time. It never
 * holds an original, and whoever reads a copy does so with a key that opens nothing of its case.
 */
@NullMarked
@ApplicationModule(
        displayName = "Disclosure",
        allowedDependencies = {"access", "ledger", "vault", "casework"})
package org.candour.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
