/**
 * The REST entrance: controllers parse and answer, and know no rule. It never holds a key, and never sees a token beyond
 * turning it into an actor.
 */
@NullMarked
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {
            "access",
            "ledger",
            "intake",
            "casework",
            "casework :: chronology",
            "casework :: conversation",
            "casework :: proceedings",
            "casework :: timers",
            "casework :: risk",
            "casework :: ownrecord",
            "casework :: progress",
            "custody",
            "disclosure",
            "disclosure :: redaction",
            "rights"
        })
package org.candour.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
