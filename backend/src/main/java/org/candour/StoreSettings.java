package org.candour;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long Candour waits for MongoDB before it refuses a request. They win over what the connection string says, because a
 * forgotten one would let requests pile up behind a store that hangs.
 *
 * @param selectWithin until a server is known that can be asked
 * @param connectWithin until a connection stands; heartbeats wait as long for their answer
 * @param answerWithin until a request that was sent is answered; safe range 1 s to 30 s
 */
@ConfigurationProperties("candour.store")
record StoreSettings(
        @DefaultValue("2s") Duration selectWithin,
        @DefaultValue("2s") Duration connectWithin,
        @DefaultValue("10s") Duration answerWithin) {
    StoreSettings {
        for (var wait : new Duration[] {selectWithin, connectWithin, answerWithin}) {
            if (wait.toMillis() <= 0) {
                throw new IllegalArgumentException("The waits of candour.store must be longer than nothing");
            }
        }
    }
}
