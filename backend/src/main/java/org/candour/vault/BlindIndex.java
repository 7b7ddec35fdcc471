package org.candour.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Keyed equality tokens (HMAC-SHA-256, truncated): they tell that two values are equal, and nothing else, to whoever has no key. */
@Component
public class BlindIndex {
    /** Length of a token in bytes; it is given as lower-case hexadecimal. */
    public static final int TOKEN_BYTES = 16;

    private final KeyRoom room;

    BlindIndex(KeyRoom room) {
        this.room = room;
    }

    /**
     * The token of a value that the caller has already normalised.
     *
     * @throws KeyUnavailable if the field's key is missing
     */
    public String token(BlindField field, String normalised) {
        try (var key = room.keys().blindKey(field)) {
            var bytes = key.getEncoded();
            var mac = Hkdf.hmac(bytes).doFinal(normalised.getBytes(StandardCharsets.UTF_8));
            Arrays.fill(bytes, (byte) 0);
            return HexFormat.of().formatHex(mac, 0, TOKEN_BYTES);
        }
    }
}
