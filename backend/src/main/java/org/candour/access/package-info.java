/**
 * Who may do what to which case: tokens become actors, and every use case passes the gate, which decides and has the ledger
 * record it. It never holds what a case says, only who may come near it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"ledger", "vault"})
package org.candour.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
