package org.candour.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a token says of a second factor. A refreshed token keeps its {@code acr} for as long as the session lives, and {@code
 * auth_time} is also that of a password given again: only the realm's {@value #TIMES} says when which level was reached.
 */
final class SecondFactor {
    /** The realm's higher level, as {@code acr} names it. */
    static final String LEVEL = "2";

    /** The claim that says when, in seconds since 1970, each level was reached; the realm fills it from the session. */
    static final String TIMES = "level_times";

    /** Clocks of two machines differ by this much at most. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    private SecondFactor() {}

    /** When it was given; empty unless the token is of the higher level and says so. */
    static Optional<Instant> givenAt(Jwt token) {
        return LEVEL.equals(token.getClaims().get("acr"))
                        && token.getClaims().get(TIMES) instanceof Map<?, ?> times
                        && times.get(LEVEL) instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    /** Whether the actor gave it so short a while ago. One given in the future was not given here. */
    static boolean isRecent(Actor actor, Instant now, Duration goodFor) {
        return actor.secondFactorAt()
                .filter(at -> !at.isAfter(now.plus(CLOCK_SKEW)))
                .filter(at -> now.isBefore(at.plus(goodFor)))
                .isPresent();
    }
}
