package org.candour.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the root key lives, and with it the keys of the blind index: a port, so that a file and a hardware module look alike.
 * The root key itself is never handed out.
 */
interface RootKeyProvider {
    /** The file, in the vault's directory, whose presence says that there is a root key; it is written last. */
    String file();

    /**
     * A mark that is another one whenever what {@link #unlock} gives may be another; empty while there is no root key. Cheap
     * enough to ask at every use of a key.
     */
    Optional<Object> mark();

    /**
     * Brings the keys into use.
     *
     * @throws KeyUnavailable if they are not there, unreadable, damaged, or the passphrase is wrong
     */
    Unlocked unlock();

    /**
     * Makes a root key and a key for every {@link BlindField}.
     *
     * @throws KeyUnavailable if they could not be stored durably
     */
    Unlocked create();

    /**
     * Makes another root key, which wraps from now on; those before it still unwrap.
     *
     * @return its id
     * @throws KeyUnavailable if it could not be stored durably
     */
    String addRootKey();

    /**
     * Destroys a root key for ever; does nothing if it is gone already.
     *
     * @throws KeyUnavailable if it is the newest, or that could not be made durable
     */
    void retireRootKey(String rootKeyId);

    /**
     * Makes a key for every {@link BlindField} that has none yet, such as one that a new release brought.
     *
     * @throws KeyUnavailable if they could not be stored durably
     */
    void addMissingBlindKeys();

    /** Keys in use. Closing wipes them. */
    interface Unlocked extends AutoCloseable {
        /** The id of the root key that wraps now, empty where this process has none and so opens nothing. */
        Optional<String> rootKeyId();

        /** The ids of all root keys, oldest first, so that the last is the one that wraps. */
        List<String> rootKeyIds();

        /** When a root key was made, as far as its store says. */
        Optional<Instant> madeAt(String rootKeyId);

        /**
         * Wraps a key with the root key, bound to {@code associatedData}.
         *
         * @throws KeyUnavailable if there is no root key here
         */
        byte[] wrap(byte[] associatedData, byte[] key);

        /**
         * The reverse of {@link #wrap}.
         *
         * @throws KeyUnavailable if there is no such root key, or it did not wrap this
         */
        byte[] unwrap(String rootKeyId, byte[] associatedData, byte[] wrapped);

        /** A copy of the field's key, which the caller closes; empty where this process has none. */
        Optional<WipedKey> blindKey(BlindField field);

        @Override
        void close();
    }
}
