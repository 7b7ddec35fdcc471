package org.candour.vault;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Keeps the keys in memory for exactly as long as the key store is there and unchanged: every use looks. Take the store away
 * and nothing opens; put it back and everything does, without a restart.
 */
class KeyRoom {
    /** A failure is remembered this long, so that callers do not each pay for scrypt, or until something changes. */
    static final Duration REMEMBERED = Duration.ofSeconds(1);

    private static final int READINGS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(KeyRoom.class);

    private final Path directory;
    private final VaultSettings settings;
    private final RootKeyProvider provider;
    private final KeyPairFiles files;
    private final KeyDirectory keyDirectory;
    private final FirstStart firstStart;
    private final KeyCache cache;
    private volatile @Nullable State state;
    private boolean wasEverOpen;
    private volatile boolean isSealingOnly;

    KeyRoom(VaultSettings settings, RootKeyProvider provider, KeyDirectory keyDirectory, FirstStart firstStart) {
        this.directory = settings.directory();
        this.settings = settings;
        this.provider = provider;
        this.files = new KeyPairFiles(directory);
        this.keyDirectory = keyDirectory;
        this.firstStart = firstStart;
        this.cache = new KeyCache(settings.cacheFor(), settings.cacheSize());
    }

    /** What the look at one state of the files led to: keys, or the reason why there are none. */
    private record State(
            List<Object> mark,
            @Nullable Keyring keys,
            @Nullable KeyUnavailable failure,
            long atNanos) {
        boolean isOf(List<Object> now) {
            return mark.equals(now);
        }
    }

    /** @throws KeyUnavailable if the key store is not there or does not open */
    Keyring keys() {
        var seen = state;
        if (seen != null && seen.keys != null && seen.isOf(mark())) {
            return seen.keys;
        }
        return look();
    }

    /** Looks once the application is up, so that the first caller does not wait, and an operator learns at once. */
    @EventListener(ApplicationReadyEvent.class)
    void lookAtStart() {
        try {
            keys();
        } catch (KeyUnavailable e) {
            LOG.error(
                    "THE VAULT IS CLOSED, and Candour answers 503 to whatever needs a key: {}. Nothing was changed. Give it"
                            + " the right candour.vault.directory and passphrase (or PIN); if they come from a file, mending"
                            + " the file is enough, without a restart",
                    e.getMessage(),
                    e);
        }
    }

    /** What the private keys decapsulated of late. It goes when they go. */
    KeyCache cache() {
        return cache;
    }

    /** From now on no keys are made here, and none are taken in that open anything. */
    void sealOnly() {
        isSealingOnly = true;
    }

    @PreDestroy
    void forget() {
        cache.clear();
    }

    private synchronized Keyring look() {
        var seen = state;
        if (seen != null && seen.isOf(mark())) {
            if (seen.keys != null) {
                return seen.keys; // another caller was here first
            }
            if (seen.failure != null && System.nanoTime() - seen.atNanos < REMEMBERED.toNanos()) {
                throw new KeyUnavailable("The key store did not open a moment ago", seen.failure);
            }
        }
        if (seen != null && seen.keys != null) {
            state = null;
            seen.keys.close();
            cache.clear();
        }
        return load();
    }

    private Keyring load() {
        var before = mark();
        try {
            if (provider.mark().isEmpty()) {
                if (wasEverOpen || isSealingOnly) {
                    throw new KeyUnavailable("The key store is gone");
                }
                firstStart.run();
            }
            var keys = loadUnchanged();
            wasEverOpen = true;
            warnIfOpenToOthers();
            return keys;
        } catch (KeyUnavailable e) {
            state = new State(before, null, e, System.nanoTime());
            throw e;
        }
    }

    private void refuseIfItOpens(Keyring keys) {
        if (isSealingOnly && keys.opens()) {
            keys.close();
            throw new KeyUnavailable("The key store holds a root key, which a node that only seals must not have");
        }
    }

    /** Keys may be rotated at this moment: what was read while the files changed is read again. */
    private Keyring loadUnchanged() {
        for (var attempt = 1; ; attempt++) {
            var before = mark();
            try {
                var keys = Keyring.load(provider, files);
                refuseIfItOpens(keys);
                if (keys.lacksBlindKeys()) {
                    keys.close();
                    keyDirectory.addMissingBlindKeys();
                    before = mark();
                    keys = Keyring.load(provider, files);
                }
                if (attempt == READINGS || before.equals(mark())) {
                    state = new State(before, keys, null, System.nanoTime());
                    return keys;
                }
                keys.close();
            } catch (KeyUnavailable e) {
                if (attempt == READINGS || before.equals(mark())) {
                    throw e;
                }
            }
        }
    }

    /** What changes the key files of this room. */
    KeyDirectory keyDirectory() {
        return keyDirectory;
    }

    /** The objects that must never be opened again. */
    ErasedObjects erasedObjects() {
        return new ErasedObjects(directory);
    }

    /** Of all files only the keystore is looked at by itself: the others are only ever moved into place, which changes the directory. */
    private List<Object> mark() {
        return List.of(provider.mark(), FileMark.of(directory).map(FileMark::lastModified), settings.passphraseMark());
    }

    private void warnIfOpenToOthers() {
        try {
            var keystore = directory.resolve(provider.file());
            if (DurableFiles.isOpenToOthers(keystore)) {
                LOG.warn("Others than its owner may read or change the key store in {}", directory);
            }
        } catch (IOException e) {
            LOG.warn("Who may read the key store in {} could not be told", directory, e);
        }
    }
}
