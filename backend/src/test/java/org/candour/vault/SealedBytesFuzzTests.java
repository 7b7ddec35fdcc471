package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.candour.ledger.Compartment;

/** Whatever bytes lie where something sealed should, they are rejected, and in one way. */
class SealedBytesFuzzTests {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID object = UUID.randomUUID();
    private final DataKey dataKey = DataKey.create(Compartment.FILES, RANDOM);
    private final FileField field = new FileField(Compartment.FILES, "original", UUID.randomUUID(), 1);
    private final Place place = new Place(object, Compartment.FILES, "original", 1);

    /** Anything, and beginnings that are right as far as they go. */
    @Provide
    Arbitrary<byte[]> bytes() {
        var anything = Arbitraries.bytes().array(byte[].class).ofMaxSize(400);
        var ourEnvelope = new byte[] {Envelope.FORMAT, 0, Envelope.SUITE};
        var ourFile = new byte[] {FileHeader.FORMAT, 0, FileHeader.SUITE};
        var keyId = Binding.bytes(dataKey.id());
        return Arbitraries.of(new byte[0], ourEnvelope, ourFile, join(ourEnvelope, keyId), join(ourFile, keyId))
                .flatMap(beginning -> anything.map(rest -> join(beginning, rest)));
    }

    @Property(tries = 1000)
    void noBytesPassForAnEnvelope(@ForAll("bytes") byte[] bytes) {
        assertThatThrownBy(() -> Envelope.open(dataKey, place, bytes))
                .isInstanceOf(EnvelopeRejected.class)
                .hasNoCause()
                .hasMessage(Envelope.rejected().getMessage());
    }

    @Property(tries = 1000)
    void noBytesPassForAFile(@ForAll("bytes") byte[] bytes) {
        assertThatThrownBy(() ->
                        keys().read(field, new ByteArrayInputStream(bytes)).readAllBytes())
                .isInstanceOf(EnvelopeRejected.class)
                .hasNoCause()
                .hasMessage(Envelope.rejected().getMessage());
    }

    @Property(tries = 1000)
    void aHeaderThatIsReadIsTheOneThatIsWritten(@ForAll("bytes") byte[] bytes) throws IOException {
        try {
            var header = FileHeader.read(new ByteArrayInputStream(bytes));
            assertThat(header.bytes()).isEqualTo(Arrays.copyOf(bytes, FileHeader.BYTES));
        } catch (EnvelopeRejected e) {
            var isOurs = bytes.length >= FileHeader.BYTES
                    && Arrays.equals(Arrays.copyOf(bytes, 3), new byte[] {FileHeader.FORMAT, 0, FileHeader.SUITE});
            assertThat(isOurs).isFalse();
        }
    }

    @Property(tries = 200)
    void aFileWithAnyStretchReplacedIsRejected(
            @ForAll @IntRange(max = 40_000) int length,
            @ForAll @IntRange(max = 41_000) int at,
            @ForAll("bytes") byte[] stretch)
            throws IOException {
        var sealed = sealed(length);
        var changed = sealed.clone();
        var from = at % sealed.length;
        System.arraycopy(stretch, 0, changed, from, Math.min(stretch.length, sealed.length - from));
        if (Arrays.equals(changed, sealed)) {
            return;
        }

        assertThatThrownBy(() ->
                        keys().read(field, new ByteArrayInputStream(changed)).readAllBytes())
                .isInstanceOf(EnvelopeRejected.class);
    }

    private HeldKeys keys() {
        var copy = new DataKey(
                dataKey.compartment(), dataKey.id(), 1, dataKey.key().copy());
        return new HeldKeys(object, Set.of(Compartment.FILES), List.of(copy), RANDOM);
    }

    private byte[] sealed(int length) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sealing = keys().seal(field, out)) {
            sealing.write(new byte[length]);
            sealing.finish();
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[] one, byte[] other) {
        var joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
