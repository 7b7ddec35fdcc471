package org.candour.custody;

import java.time.Instant;
import org.candour.vault.KeyState;
import org.jspecify.annotations.Nullable;

/**
 * What a custodian sees of a key.
 *
 * @param madeAt null where the key's store does not say
 * @param isNewest whether new things are wrapped with it
 * @param inUse how much it still wraps: private keys for a root key, objects for a recipient's
 */
public record KeySummary(
        KeyGroup group, String id, @Nullable Instant madeAt, boolean isNewest, long inUse) {
    static KeySummary of(KeyState state) {
        return new KeySummary(
                KeyGroup.valueOf(state.family().name()), state.id(), state.madeAt(), state.isNewest(), state.inUse());
    }
}
