package org.candour.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Who is accused.
 *
 * @param people at least one, even if nothing of them is known
 */
public record Accused(@NotEmpty @Size(max = 20) List<@NotNull @Valid AccusedPerson> people) {
    @Override
    public String toString() {
        return "Accused[hidden]";
    }
}
