package org.candour.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of a key: never a byte of it.
 *
 * @param madeAt null where the key's store does not say
 * @param isNewest whether new things are wrapped with it
 * @param inUse how much it still wraps: private keys for a root key, objects for a recipient's
 */
public record KeyState(
        KeyFamily family, String id, @Nullable Instant madeAt, boolean isNewest, long inUse) {}
