package org.candour.development;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;

/**
 * The authenticator app of a demonstration user (RFC 6238, as the realm's policy has it). Keycloak takes a code once, and the
 * next one up to 30 seconds early: two logins in a row need no waiting, a third may.
 */
final class AuthenticatorApp {
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final long STEP_MILLIS = CODES.getTimeStep().toMillis();
    private static final Map<String, Long> LAST_STEPS = new ConcurrentHashMap<>();

    private final String username;

    AuthenticatorApp(String username) {
        this.username = username;
    }

    /** A code that was not shown before in this JVM and that the realm takes at this moment. */
    String code() {
        long step = LAST_STEPS.merge(username, stepNow(), (last, now) -> Math.max(last + 1, now));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .until(() -> step <= stepNow() + 1);
        return code(Instant.ofEpochMilli(step * STEP_MILLIS));
    }

    private static String code(Instant at) {
        try {
            var key = new SecretKeySpec(Demonstration.AUTHENTICATOR_SECRET.getBytes(UTF_8), CODES.getAlgorithm());
            return CODES.generateOneTimePasswordString(key, at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long stepNow() {
        return System.currentTimeMillis() / STEP_MILLIS;
    }
}
