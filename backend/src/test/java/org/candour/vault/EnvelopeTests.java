package org.candour.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import org.candour.ledger.Compartment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTests {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] PLAINTEXT = "What he did".getBytes(UTF_8);

    private final UUID object = UUID.randomUUID();
    private final DataKey key = DataKey.create(Compartment.ACCOUNT, RANDOM);
    private final Place place = new Place(object, Compartment.ACCOUNT, "narrative", 1);

    @Test
    void opensToWhatWasSealed() {
        assertThat(Envelope.open(key, place, sealed())).isEqualTo(PLAINTEXT);
    }

    @Test
    void hasTheSizeAndHeaderThatItsFormatSays() {
        var envelope = sealed();

        assertThat(envelope).hasSize(83 + PLAINTEXT.length + 16).startsWith(1, 0, 1);
        assertThat(Arrays.copyOfRange(envelope, 3, 19)).isEqualTo(Binding.bytes(key.id()));
    }

    @Test
    void isAnotherOneEachTime() {
        assertThat(Arrays.copyOfRange(sealed(), Envelope.SALT_AT, Envelope.COMMITMENT_AT))
                .isNotEqualTo(Arrays.copyOfRange(sealed(), Envelope.SALT_AT, Envelope.COMMITMENT_AT));
    }

    @Test
    void anyChangedBitIsRejected() {
        var envelope = sealed();

        for (var bit = 0; bit < envelope.length * Byte.SIZE; bit++) {
            var changed = envelope.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            assertRejected(key, place, changed);
        }
    }

    @Test
    void anyOtherLengthIsRejected() {
        var envelope = sealed();

        for (var length = 0; length < envelope.length; length++) {
            assertRejected(key, place, Arrays.copyOf(envelope, length));
        }
        assertRejected(key, place, Arrays.copyOf(envelope, envelope.length + 1));
    }

    @Test
    void opensInNoOtherPlace() {
        var envelope = sealed();

        assertRejected(key, new Place(UUID.randomUUID(), Compartment.ACCOUNT, "narrative", 1), envelope);
        assertRejected(key, new Place(object, Compartment.WORK, "narrative", 1), envelope);
        assertRejected(key, new Place(object, Compartment.ACCOUNT, "wishes", 1), envelope);
        assertRejected(key, new Place(object, Compartment.ACCOUNT, "narrative", 2), envelope);
    }

    @Test
    void opensUnderNoOtherVersionOrKey() {
        var envelope = sealed();
        var sameIdOtherBytes = new DataKey(Compartment.ACCOUNT, key.id(), 1, WipedKey.randomAes(RANDOM));

        assertRejected(new DataKey(Compartment.ACCOUNT, key.id(), 2, key.key()), place, envelope);
        assertRejected(new DataKey(Compartment.ACCOUNT, UUID.randomUUID(), 1, key.key()), place, envelope);
        assertRejected(sameIdOtherBytes, place, envelope);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 0x0100, 0xffff})
    void anUnknownSuiteIsRejected(int suite) {
        var envelope = sealed();
        envelope[1] = (byte) (suite >> Byte.SIZE);
        envelope[2] = (byte) suite;

        assertRejected(key, place, envelope);
    }

    @Test
    void everyRejectionReadsTheSame() {
        var changedCommitment = sealed();
        changedCommitment[Envelope.COMMITMENT_AT] ^= 1;
        var changedTag = sealed();
        changedTag[changedTag.length - 1] ^= 1;

        assertThatThrownBy(() -> Envelope.open(key, place, changedTag))
                .hasNoCause()
                .hasMessage(Envelope.rejected().getMessage());
        assertThatThrownBy(() -> Envelope.open(key, place, changedCommitment))
                .hasNoCause()
                .hasMessage(Envelope.rejected().getMessage());
    }

    @Test
    void aWipedKeySealsAndOpensNothing() {
        var envelope = sealed();

        key.close();

        assertThatThrownBy(() -> Envelope.open(key, place, envelope)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(this::sealed).isInstanceOf(IllegalStateException.class);
    }

    private byte[] sealed() {
        return Envelope.seal(key, place, PLAINTEXT, RANDOM);
    }

    private static void assertRejected(DataKey key, Place place, byte[] envelope) {
        assertThatThrownBy(() -> Envelope.open(key, place, envelope)).isInstanceOf(EnvelopeRejected.class);
    }
}
