/**
 * The custodians' room: rotations of keys and erasures by destroying keys, each proposed by one custodian and approved by
 * another, carried out step by step and certified. It never holds a key, and never what a case says.
 */
@NullMarked
@ApplicationModule(
        displayName = "Custody",
        allowedDependencies = {"access", "ledger", "vault"})
package org.candour.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
