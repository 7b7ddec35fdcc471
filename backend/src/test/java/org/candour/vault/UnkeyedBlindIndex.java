package org.candour.vault;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Tokens by a quick hash, without a key and its wiping, for measuring what those cost. */
public final class UnkeyedBlindIndex extends BlindIndex {
    UnkeyedBlindIndex(KeyRoom room) {
        super(room);
    }

    @Override
    public String token(BlindField field, String normalised) {
        var hash = UUID.nameUUIDFromBytes((field + normalised).getBytes(StandardCharsets.UTF_8));
        return hash.toString().replace("-", "");
    }
}
