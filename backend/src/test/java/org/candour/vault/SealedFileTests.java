package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.candour.ledger.Compartment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTests {
    private static final int CHUNK = ChunkKey.CHUNK_BYTES;
    private static final int FIRST_CHUNK_AT = FileHeader.BYTES;

    private final TestFile test = new TestFile();

    @Property(tries = 60)
    void opensToWhatWasSealedHoweverItIsWrittenAndRead(
            @ForAll("lengths") int length,
            @ForAll @IntRange(min = 1, max = 40_000) int written,
            @ForAll @IntRange(min = 1, max = 40_000) int read)
            throws IOException {
        var plaintext = TestFile.plaintext(length);
        var out = new ByteArrayOutputStream();
        try (var keys = test.keys();
                var sealing = keys.seal(test.field, out)) {
            for (var at = 0; at < length; at += written) {
                sealing.write(plaintext, at, Math.min(written, length - at));
            }
            sealing.finish();
        }

        assertThat(out.size()).isEqualTo(FIRST_CHUNK_AT + length + (length / CHUNK + 1) * AesGcm.TAG_BYTES);
        try (var in = test.keys().read(test.field, new ByteArrayInputStream(out.toByteArray()))) {
            var opened = new ByteArrayOutputStream();
            for (var part = in.readNBytes(read); part.length > 0; part = in.readNBytes(read)) {
                opened.writeBytes(part);
            }
            assertThat(opened.toByteArray()).isEqualTo(plaintext);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Property(tries = 20)
    void aPartIsTheSliceOfTheWhole(
            @ForAll("lengths") int length, @ForAll("fractions") double from, @ForAll("fractions") double of)
            throws IOException {
        var plaintext = TestFile.plaintext(length);
        var offset = (int) (from * length);
        var partLength = (int) (of * (length - offset));

        var part = test.part(test.sealed(plaintext), offset, partLength);

        assertThat(part).isEqualTo(Arrays.copyOfRange(plaintext, offset, offset + partLength));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK})
    void aPartBeyondTheEndIsRefused(int length) throws IOException {
        var sealed = test.sealed(TestFile.plaintext(length));

        assertThat(test.part(sealed, length, 0)).isEmpty();
        for (var outside : List.of(new long[] {length, 1}, new long[] {0, length + 1L}, new long[] {length + 1L, 0})) {
            assertThatThrownBy(() -> test.part(sealed, outside[0], outside[1]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatThrownBy(() -> test.part(sealed, -1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> test.part(sealed, 0, Long.MAX_VALUE)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void opensInNoOtherPlace() throws IOException {
        var sealed = test.sealed(TestFile.plaintext(10));
        var file = test.field.file();

        TestFile.assertRejected(TestFile.keys(UUID.randomUUID(), test.dataKey), test.field, sealed);
        TestFile.assertRejected(test.keys(), new FileField(Compartment.FILES, "preview", file, 1), sealed);
        TestFile.assertRejected(
                test.keys(), new FileField(Compartment.FILES, "original", UUID.randomUUID(), 1), sealed);
        TestFile.assertRejected(test.keys(), new FileField(Compartment.FILES, "original", file, 2), sealed);
        var asWork = new DataKey(Compartment.WORK, test.dataKey.id(), 1, test.dataKey.key());
        TestFile.assertRejected(
                TestFile.keys(test.object, asWork), new FileField(Compartment.WORK, "original", file, 1), sealed);
    }

    @Test
    void opensUnderNoOtherKeyOrVersion() throws IOException {
        var sealed = test.sealed(TestFile.plaintext(10));

        TestFile.assertRejected(
                TestFile.keys(test.object, new DataKey(Compartment.FILES, test.dataKey.id(), 2, test.dataKey.key())),
                test.field,
                sealed);
        TestFile.assertRejected(
                TestFile.keys(test.object, new DataKey(Compartment.FILES, UUID.randomUUID(), 1, test.dataKey.key())),
                test.field,
                sealed);
        TestFile.assertRejected(
                TestFile.keys(
                        test.object,
                        new DataKey(Compartment.FILES, test.dataKey.id(), 1, WipedKey.randomAes(TestFile.RANDOM))),
                test.field,
                sealed);
    }

    @Test
    void aCompartmentThatIsNotCoveredNeitherSealsNorOpens() throws IOException {
        var sealed = test.sealed(TestFile.plaintext(10));
        var other = new FileField(Compartment.WORK, "original", test.field.file(), 1);

        assertThatThrownBy(() -> test.keys().seal(other, OutputStream.nullOutputStream()))
                .isInstanceOf(NotCovered.class);
        assertThatThrownBy(() -> test.keys().read(other, new ByteArrayInputStream(sealed)))
                .isInstanceOf(NotCovered.class);
    }

    @Test
    void anEndedFileTakesNoMore() throws IOException {
        var out = new ByteArrayOutputStream();
        var sealing = test.keys().seal(test.field, out);
        sealing.finish();
        var size = out.size();

        assertThatThrownBy(() -> sealing.write(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(sealing::finish).isInstanceOf(IllegalStateException.class);
        sealing.close();
        assertThat(out.size()).isEqualTo(size);
    }

    @Test
    void aFileHasNoMoreChunksThanItsNoncesAllow() {
        try (var key = ChunkKey.derive(new byte[32], new byte[ChunkKey.SALT_BYTES], new byte[0])) {
            var sealed = new byte[AesGcm.TAG_BYTES];

            assertThat(key.seal(ChunkKey.MOST_CHUNKS - 1, new byte[0], 0, sealed))
                    .isEqualTo(AesGcm.TAG_BYTES);
            assertThat(key.open(ChunkKey.MOST_CHUNKS - 1, sealed, AesGcm.TAG_BYTES, new byte[0]))
                    .isZero();
            assertThatThrownBy(() -> key.seal(ChunkKey.MOST_CHUNKS, new byte[0], 0, sealed))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> key.open(ChunkKey.MOST_CHUNKS, sealed, AesGcm.TAG_BYTES, new byte[0]))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closingTheKeysEndsTheirFiles() throws IOException {
        var sealed = test.sealed(TestFile.plaintext(2 * CHUNK));
        var keys = test.keys();
        var out = new ByteArrayOutputStream();
        var sealing = keys.seal(test.field, out);
        var reading = keys.read(test.field, new ByteArrayInputStream(sealed));

        keys.close();

        assertThatThrownBy(sealing::finish).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(reading::read).isInstanceOf(IllegalStateException.class);
        assertThat(out.size()).isEqualTo(FIRST_CHUNK_AT);
    }

    @Test
    void theSameFileLooksDifferentEachTimeAndShowsNothing() throws IOException {
        var plaintext = "What she saw ".repeat(100).getBytes(StandardCharsets.UTF_8);

        assertThat(test.sealed(plaintext)).isNotEqualTo(test.sealed(plaintext));
        assertThat(new String(test.sealed(plaintext), StandardCharsets.ISO_8859_1))
                .doesNotContain("What");
    }

    @Provide
    Arbitrary<Integer> lengths() {
        var aroundBorders = Arbitraries.of(0, 1, 2, 3)
                .flatMap(chunks ->
                        Arbitraries.integers().between(-2, 2).map(more -> Math.max(0, chunks * CHUNK + more)));
        return Arbitraries.oneOf(aroundBorders, Arbitraries.integers().between(0, 5 * CHUNK));
    }

    @Provide
    Arbitrary<Double> fractions() {
        return Arbitraries.oneOf(Arbitraries.of(0.0, 1.0), Arbitraries.doubles().between(0, 1));
    }
}
