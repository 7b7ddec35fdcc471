package org.candour.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keyed equality tokens (HMAC-SHA-256, cut to the length that the field says): they tell whether two values may be equal, and
 * nothing else, to whoever has no key. Values are spelled as their field spells them first.
 */
@Component
public class BlindIndex {
    private final KeyRoom room;

    BlindIndex(KeyRoom room) {
        this.room = room;
    }

    /**
     * The token of a value.
     *
     * @throws IllegalArgumentException if the text holds no value of the field
     * @throws KeyUnavailable if the field's key is missing
     */
    public String token(BlindField field, String text) {
        return tokenIfAny(field, text).orElseThrow(() -> new IllegalArgumentException("This is no " + field));
    }

    /**
     * The token of a value, empty if the text holds none: a lone surname, or no telephone number.
     *
     * @throws KeyUnavailable if the field's key is missing
     */
    public Optional<String> tokenIfAny(BlindField field, String text) {
        return field.spell(text).map(value -> tokenOf(field, value));
    }

    private String tokenOf(BlindField field, String value) {
        try (var key = room.keys().blindKey(field)) {
            var bytes = key.getEncoded();
            var mac = Hkdf.hmac(bytes).doFinal(value.getBytes(StandardCharsets.UTF_8));
            Arrays.fill(bytes, (byte) 0);
            return HexFormat.of().formatHex(mac).substring(0, field.tokenBits() / 4);
        }
    }
}
