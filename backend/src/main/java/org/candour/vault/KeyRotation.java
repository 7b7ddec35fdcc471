package org.candour.vault;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The steps of a rotation, in their order: {@link #successorOf}, {@link #move} until a whole pass finds nothing,
 * {@link #close}, {@link #move} again until a whole pass finds nothing, {@link #retire}. Each may be repeated, by any process
 * and at the same time, and is then found done. Keys are wrapped anew; what they seal is never touched. Every method throws
 * {@link KeyUnavailable} if key store or database does not answer, and where this process holds public keys alone.
 */
public interface KeyRotation {
    /** What there is of a family, oldest first. */
    List<KeyState> states(KeyFamily family);

    /** The id of the family's newest key, which is made now if all there are are among {@code old}. */
    String successorOf(KeyFamily family, Set<String> old);

    /**
     * Wraps anew what is wrapped with one of {@code old}, at most {@code limit} things in the order of their ids.
     *
     * @param after where an earlier call of the same pass ended; empty to begin a pass
     */
    Moved move(KeyFamily family, Set<String> old, Optional<UUID> after, int limit);

    /** Keeps everybody from wrapping anything else with one of {@code old}: they are refused, and must learn the new keys. */
    void close(KeyFamily family, Set<String> old);

    /**
     * Destroys {@code old}. Copies of key files that somebody made are beyond it.
     *
     * @throws KeyUnavailable if one of them is the newest, or still wraps something; then none is destroyed
     */
    void retire(KeyFamily family, Set<String> old);

    /**
     * What a part of a pass did.
     *
     * @param moved how many were wrapped anew
     * @param rejected how many were not, because they are damaged or none of ours: a person must look at them
     * @param next where to go on; empty at the end of the pass
     */
    record Moved(int moved, int rejected, Optional<UUID> next) {
        /** Whether it found nothing left to do. */
        public boolean isNothing() {
            return moved == 0 && rejected == 0;
        }
    }
}
