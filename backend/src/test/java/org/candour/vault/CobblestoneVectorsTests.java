package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors that C2SP/wycheproof publishes for Cobblestone-256 (c2sp.org/chunked-encryption). */
class CobblestoneVectorsTests {
    private static final HexFormat HEX = HexFormat.of();
    private static final int TESTS_IN_THE_FILE = 33;

    /** One line of the file. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Vector(int id, boolean isValid, byte[] key, byte[] context, byte[] sealed, String length, String sha512) {
        @Override
        public String toString() {
            return "tcId " + id;
        }
    }

    @Test
    void allVectorsOfTheFileAreRead() {
        assertThat(valid()).hasSize(8);
        assertThat(invalid()).hasSize(TESTS_IN_THE_FILE - 8);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void aValidMessageOpens(Vector vector) throws IOException {
        var message = open(vector);

        assertThat(message).hasSize(Integer.parseInt(vector.length));
        assertThat(sha512(message)).isEqualTo(vector.sha512);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void sealingAgainGivesTheVeryBytes(Vector vector) throws IOException {
        var salt = Arrays.copyOf(vector.sealed, ChunkKey.SALT_BYTES);

        assertThat(seal(vector.key, salt, vector.context, open(vector))).isEqualTo(vector.sealed);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anInvalidMessageIsRefused(Vector vector) {
        if (vector.key.length != WipedKey.AES_256_BYTES) {
            assertThatThrownBy(() -> open(vector)).isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThatThrownBy(() -> open(vector)).isInstanceOf(EnvelopeRejected.class);
        }
    }

    /** Their messages are chosen so that their ciphertext is zeros: so the ciphertext of zeros, tags aside, is their message. */
    @ParameterizedTest(name = "tcId {0}")
    @CsvSource({
        "7, 0fe5e738e883030b20df96cb867c44805dd40cd6a70e5a21, 4194305,"
                + "95bafd82060396802f1aa96d1f7c151c459f5467417fc22bc96350ad8960033f859758b02c870451bd46935b04fdccb5"
                + "21af4c11988e4e9b6a5b488b26d60b02",
        "8, 7cea3f5e32f30820f433a52ab1d20b4aefb457e956e5c77c, 4210689,"
                + "6deb89efa0929d0cd12afc2bd38e56cb68bf10eefd4e3edfe0f36d3401e6a26bf893b2f2197634147525e4502d24fd07"
                + "2999516a35705ce197a5442d1fba4868"
    })
    void theCounterOfChunksCarries(int id, String salt, int length, String sha512) throws IOException {
        var key = HEX.parseHex("59454c4c4f57205355424d4152494e452059454c4c4f57205355424d4152494e");
        var sealed = seal(key, HEX.parseHex(salt), new byte[0], new byte[length]);

        var withoutTags = new ByteArrayOutputStream();
        var headerBytes = ChunkKey.SALT_BYTES + ChunkKey.COMMITMENT_BYTES;
        for (var at = headerBytes; at < sealed.length; at += ChunkKey.SEALED_CHUNK_BYTES) {
            var end = Math.min(sealed.length, at + ChunkKey.SEALED_CHUNK_BYTES);
            withoutTags.write(sealed, at, end - at - AesGcm.TAG_BYTES);
        }

        assertThat(id).isPositive();
        assertThat(sha512(withoutTags.toByteArray())).isEqualTo(sha512);
    }

    static Stream<Vector> valid() {
        return vectors().filter(Vector::isValid);
    }

    static Stream<Vector> invalid() {
        return vectors().filter(vector -> !vector.isValid());
    }

    /** As {@link FileHeader} does it, for a message without our own header. */
    private static byte[] open(Vector vector) throws IOException {
        var sealed = vector.sealed;
        var header = new ByteArrayOutputStream();
        header.write(FileHeader.FORMAT);
        header.writeBytes(new byte[] {0, FileHeader.SUITE});
        header.writeBytes(new byte[2 * Long.BYTES]);
        var in = new SequenceInputStream(
                new ByteArrayInputStream(header.toByteArray()), new ByteArrayInputStream(sealed));
        var read = FileHeader.read(in);
        var key = ChunkKey.derive(vector.key, read.salt(), vector.context);
        if (!MessageDigest.isEqual(key.commitment(), read.commitment())) {
            throw Envelope.rejected();
        }
        try (var reading = new FileReading(key, in)) {
            return reading.readAllBytes();
        }
    }

    private static byte[] seal(byte[] inputKey, byte[] salt, byte[] context, byte[] message) throws IOException {
        var out = new ByteArrayOutputStream();
        var key = ChunkKey.derive(inputKey, salt, context);
        out.writeBytes(salt);
        out.writeBytes(key.commitment());
        try (var sealing = new FileSealing(key, out)) {
            sealing.write(message);
            sealing.finish();
        }
        return out.toByteArray();
    }

    private static Stream<Vector> vectors() {
        try (var in = CobblestoneVectorsTests.class.getResourceAsStream("/vault/cobblestone-256-vectors.txt")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).map(CobblestoneVectorsTests::vector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vector vector(String line) {
        var words = line.split(" ", -1);
        return new Vector(
                Integer.parseInt(words[0]),
                words[1].equals("valid"),
                bytes(words[2]),
                bytes(words[3]),
                inflate(bytes(words[4])),
                words[5],
                words[6]);
    }

    private static byte[] bytes(String hex) {
        return hex.equals("-") ? new byte[0] : HEX.parseHex(hex);
    }

    private static byte[] inflate(byte[] zlib) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(zlib))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha512(byte[] message) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-512").digest(message));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
