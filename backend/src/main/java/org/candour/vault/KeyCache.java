package org.candour.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What X-Wing decapsulation gave for an object and a recipient, for a few minutes: it costs as much as opening 200 reports.
 *
 * <p>Nothing else is kept. The document of the object's keys is still read at every opening, and its data keys are unwrapped
 * anew, so an object that any instance erased opens nowhere from that moment, cached or not, and a re-wrapped one is never
 * opened by what it was before. Without the document these keys open nothing. A key leaves as a copy, so that wiping it here
 * never takes it from under a reader.
 */
final class KeyCache {
    /** The name of its metrics, whose only other tag is hit or miss. */
    static final String NAME = "candour.vault.keys";

    private final Cache<Encapsulation, WipedKey> keys;

    /**
     * @param forHowLong after its decapsulation a key is wiped, used or not
     * @param size how many keys at most
     */
    KeyCache(Duration forHowLong, int size) {
        this(forHowLong, size, Ticker.systemTicker());
    }

    KeyCache(Duration forHowLong, int size, Ticker ticker) {
        keys = Caffeine.newBuilder()
                .expireAfterWrite(forHowLong)
                .maximumSize(size)
                .ticker(ticker)
                .scheduler(Scheduler.systemScheduler()) // wipes on time, also when nobody asks
                .executor(Runnable::run)
                .removalListener(KeyCache::wipe)
                .recordStats()
                .build();
    }

    /** One encapsulation, and who opens it: the key's own object, so that a key store that was loaded again starts anew. */
    private record Encapsulation(UUID object, RecipientKey.Private by, ByteBuffer bytes) {}

    /**
     * The key that the data keys are wrapped with, to be closed.
     *
     * @throws EnvelopeRejected if the wraps are for another key pair, or their encapsulation is none
     */
    WipedKey keyEncryptionKey(WrappedKeys wrapped, UUID object, RecipientKey.Private by) {
        wrapped.checkFor(by);
        var encapsulation = new Encapsulation(object, by, ByteBuffer.wrap(wrapped.encapsulation()));
        var key = keys.get(encapsulation, missing -> wrapped.keyEncryptionKey(object, by));
        try {
            return key.copy();
        } catch (IllegalStateException e) { // wiped since
            return wrapped.keyEncryptionKey(object, by);
        }
    }

    /** Wipes what is kept of an object, for whoever erases it. */
    void evict(UUID object) {
        keys.asMap().keySet().removeIf(encapsulation -> encapsulation.object.equals(object));
    }

    /** Wipes all. */
    void clear() {
        keys.invalidateAll();
    }

    /** What is kept now, not copies. */
    Collection<WipedKey> kept() {
        keys.cleanUp();
        return keys.asMap().values();
    }

    void measure(MeterRegistry registry) {
        CaffeineCacheMetrics.monitor(registry, keys, NAME);
    }

    private static void wipe(@Nullable Encapsulation encapsulation, @Nullable WipedKey key, RemovalCause cause) {
        if (key != null) {
            key.close();
        }
    }
}
