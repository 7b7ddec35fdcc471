package org.candour.casework.proceedings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.candour.intake.FactDate;
import org.springframework.data.annotation.TypeAlias;

/**
 * Somebody came to know a fact.
 *
 * @param whom a body of {@code config/forces.yml}, {@code VICTIM}, or {@code UNKNOWN}
 * @param knownOn when; {@code UNKNOWN} is a value
 */
@TypeAlias("known-to")
public record KnownTo(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}|VICTIM|UNKNOWN")
        String whom,

        @NotNull @Valid FactDate knownOn) {
    static final String VICTIM = "VICTIM";

    @Override
    public String toString() {
        return "KnownTo[hidden]";
    }
}
