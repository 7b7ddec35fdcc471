package org.candour.casework.ownrecord;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * That a body came to know of something.
 *
 * @param body its id, or {@code unknown}
 * @param knownOn the day; null if it is unknown
 */
@TypeAlias("known-to")
public record KnownTo(
        @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
        String body,

        @Nullable LocalDate knownOn) {
    @Override
    public String toString() {
        return "KnownTo[hidden]";
    }
}
