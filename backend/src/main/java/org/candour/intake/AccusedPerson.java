package org.candour.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One accused person.
 *
 * @param name as far as the victim knows it
 * @param force the force or body they serve in, as the victim writes it, or {@code UNKNOWN}
 * @param collarNumber shoulder or warrant number
 */
public record AccusedPerson(
        @Nullable @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String force,
        @Nullable @Size(max = 50) String collarNumber) {
    @Override
    public String toString() {
        return "AccusedPerson[hidden]";
    }
}
