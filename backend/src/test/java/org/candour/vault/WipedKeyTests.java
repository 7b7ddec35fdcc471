package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candour.ledger.Compartment;
import org.junit.jupiter.api.Test;

class WipedKeyTests {
    private final byte[] bytes = new byte[32];

    @Test
    void closingOverwritesTheBytes() {
        Arrays.fill(bytes, (byte) 7);
        var key = WipedKey.aes(bytes);

        key.close();

        assertThat(bytes).containsOnly(0);
        assertThat(key.isDestroyed()).isTrue();
        assertThatThrownBy(key::getEncoded).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingAnOpeningOverwritesItsKeys() {
        Arrays.fill(bytes, (byte) 7);
        var key = new DataKey(Compartment.WORK, UUID.randomUUID(), 1, WipedKey.aes(bytes));
        var keys = new HeldKeys(UUID.randomUUID(), Set.of(Compartment.WORK), List.of(key), new SecureRandom());

        new HeldOpening(keys).close();

        assertThat(bytes).containsOnly(0);
    }

    @Test
    void closingACopyLeavesTheKey() {
        Arrays.fill(bytes, (byte) 7);
        var key = WipedKey.aes(bytes);

        key.copy().close();

        assertThat(key.getEncoded()).containsOnly(7);
    }

    @Test
    void isNeverSerialisedOrShown() throws Exception {
        Arrays.fill(bytes, (byte) 7);
        var key = WipedKey.aes(bytes);

        try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(key)).isInstanceOf(NotSerializableException.class);
        }
        assertThat(key.toString()).isEqualTo("WipedKey[AES]");
    }
}
