package org.candour.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the victim tells.
 *
 * @param whatHappened the account of events, in their own words
 * @param happened when
 * @param wishes what they want to come of it
 */
public record Account(
        @NotBlank @Size(max = 100_000) String whatHappened,
        @NotNull @Valid FactDate happened,
        @Nullable @Size(max = 10_000) String wishes) {
    @Override
    public String toString() {
        return "Account[hidden]";
    }
}
