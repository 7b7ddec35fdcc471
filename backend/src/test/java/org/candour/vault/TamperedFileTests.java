package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealed files that somebody changed. */
class TamperedFileTests {
    private static final int CHUNK = ChunkKey.CHUNK_BYTES;
    private static final int SEALED_CHUNK = ChunkKey.SEALED_CHUNK_BYTES;
    private static final int FIRST_CHUNK_AT = FileHeader.BYTES;

    private final TestFile test = new TestFile();

    @Test
    void aBitChangedInAnyRegionIsRejected() throws IOException {
        var sealed = test.sealed(TestFile.plaintext(CHUNK + 3));
        var secondChunkAt = FIRST_CHUNK_AT + SEALED_CHUNK;

        for (var bit = 0; bit < FIRST_CHUNK_AT * Byte.SIZE; bit++) {
            test.assertRejected(flipped(sealed, bit));
        }
        for (var at : List.of(FIRST_CHUNK_AT, FIRST_CHUNK_AT + 9_000, secondChunkAt - 1, secondChunkAt)) {
            test.assertRejected(flipped(sealed, at * Byte.SIZE));
        }
        for (var bit = secondChunkAt * Byte.SIZE; bit < sealed.length * Byte.SIZE; bit++) {
            test.assertRejected(flipped(sealed, bit));
        }
    }

    @Test
    void nothingOfAChangedChunkIsGivenOut() throws IOException {
        var changed = flipped(test.sealed(TestFile.plaintext(3 * CHUNK)), (FIRST_CHUNK_AT + SEALED_CHUNK) * Byte.SIZE);
        var in = test.keys().read(test.field, new ByteArrayInputStream(changed));

        assertThat(in.readNBytes(CHUNK)).hasSize(CHUNK);
        var buffer = new byte[CHUNK];
        assertThatThrownBy(() -> in.read(buffer)).isInstanceOf(EnvelopeRejected.class);
        assertThat(buffer).containsOnly(0);
        assertThatThrownBy(in::read).isInstanceOf(EnvelopeRejected.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, CHUNK, 3 * CHUNK, 3 * CHUNK + 5})
    void aCutOrLengthenedFileIsRejected(int length) throws IOException {
        var sealed = test.sealed(TestFile.plaintext(length));

        for (var end = 0; end < sealed.length; end += end < 100 ? 1 : 997) {
            test.assertRejected(Arrays.copyOf(sealed, end));
        }
        for (var end = FIRST_CHUNK_AT; end < sealed.length; end += SEALED_CHUNK) {
            test.assertRejected(Arrays.copyOf(sealed, end));
            test.assertRejected(Arrays.copyOf(sealed, end + AesGcm.TAG_BYTES - 1));
        }
        for (var more : List.of(1, AesGcm.TAG_BYTES, SEALED_CHUNK, SEALED_CHUNK + AesGcm.TAG_BYTES)) {
            test.assertRejected(Arrays.copyOf(sealed, sealed.length + more));
        }
    }

    @Test
    void aCutFileGivesNoPartEither() throws IOException {
        var sealed = test.sealed(TestFile.plaintext(3 * CHUNK + 5));

        for (var cut = 1; cut <= 3 * SEALED_CHUNK; cut += cut < 40 ? 1 : 499) {
            var end = sealed.length - cut;
            assertThatThrownBy(() -> test.part(Arrays.copyOf(sealed, end), 0, 1))
                    .isInstanceOf(EnvelopeRejected.class);
        }
        assertThatThrownBy(() -> test.part(Arrays.copyOf(sealed, sealed.length + 1), 0, 1))
                .isInstanceOf(EnvelopeRejected.class);
    }

    @Test
    void chunksDoNotChangePlaces() throws IOException {
        var sealed = test.sealed(TestFile.plaintext(3 * CHUNK));

        for (var one = 0; one < 3; one++) {
            for (var other = 0; other < one; other++) {
                var swapped = sealed.clone();
                copyChunk(sealed, one, swapped, other);
                copyChunk(sealed, other, swapped, one);
                test.assertRejected(swapped);
            }
            var repeated = sealed.clone();
            copyChunk(sealed, one, repeated, (one + 1) % 3);
            test.assertRejected(repeated);
        }
    }

    @Test
    void chunksOfTwoFilesDoNotMix() throws IOException {
        var plaintext = TestFile.plaintext(3 * CHUNK);
        var sealed = test.sealed(plaintext);
        var again = test.sealed(plaintext);

        for (var chunk = 0; chunk < 3; chunk++) {
            var mixed = sealed.clone();
            copyChunk(again, chunk, mixed, chunk);
            test.assertRejected(mixed);
        }
        var otherHeader = sealed.clone();
        System.arraycopy(again, 0, otherHeader, 0, FIRST_CHUNK_AT);
        test.assertRejected(otherHeader);
    }

    @Test
    void whatWasNotFinishedDoesNotOpen() throws IOException {
        for (var length : List.of(0, 10, CHUNK, 2 * CHUNK + 10)) {
            var out = new ByteArrayOutputStream();
            try (var sealing = test.keys().seal(test.field, out)) {
                sealing.write(TestFile.plaintext(length));
            }
            test.assertRejected(out.toByteArray());
        }
    }

    private static byte[] flipped(byte[] sealed, int bit) {
        var changed = sealed.clone();
        changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
        return changed;
    }

    private static void copyChunk(byte[] from, int chunk, byte[] to, int toChunk) {
        System.arraycopy(
                from, FIRST_CHUNK_AT + chunk * SEALED_CHUNK, to, FIRST_CHUNK_AT + toChunk * SEALED_CHUNK, SEALED_CHUNK);
    }
}
