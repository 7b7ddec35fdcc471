package org.candour.casework.timers;

import java.time.Instant;
import org.springframework.data.annotation.TypeAlias;

/**
 * A happening that the clock remembers, for whatever is told after it.
 *
 * @param recordedAt when it was told here
 */
@TypeAlias("known-happening")
public record KnownHappening(Happening happening, Instant recordedAt) {
    /** By when it had happened: the moment itself, or, if nobody knows it, when it was told. */
    Instant moment() {
        return happening.when().orElse(recordedAt);
    }

    boolean isDated() {
        return happening.when().isPresent();
    }
}
