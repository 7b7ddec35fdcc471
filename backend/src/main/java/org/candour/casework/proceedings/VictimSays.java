package org.candour.casework.proceedings;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the victim says of an outcome that rests on their position, such as outcome 16: a 16 that the victim disputes is a
 * finding about the system (DOMAIN section 1.3).
 *
 * @param disputes whether the victim disputes it; {@code UNKNOWN} until they were asked
 * @param account why, in their own words; sealed with their account
 */
public record VictimSays(
        @NotNull Answer disputes,
        @Nullable @Size(max = 4_000) String account) {
    @Override
    public String toString() {
        return "VictimSays[hidden]";
    }
}
