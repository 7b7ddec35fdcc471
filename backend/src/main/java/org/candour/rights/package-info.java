/**
 * What a victim may decide about their own case: to whom it may be shown, for what and for how long. It never holds what a case
 * says; whether a consent holds is decided by the gate, from what {@code access} holds.
 */
@NullMarked
@ApplicationModule(
        displayName = "Rights",
        allowedDependencies = {"access"})
package org.candour.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
