package org.candour.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom the victim does not want near the case, besides those whom the conflict rule keeps out anyway.
 *
 * @param bodies organisations, as the victim writes them
 * @param people full names
 */
public record Exclusions(
        @Nullable @Size(max = 20) List<@NotNull @NotBlank @Size(max = 200) String> bodies,
        @Nullable @Size(max = 20) List<@NotNull @NotBlank @Size(max = 200) String> people) {
    @Override
    public String toString() {
        return "Exclusions[hidden]";
    }
}
