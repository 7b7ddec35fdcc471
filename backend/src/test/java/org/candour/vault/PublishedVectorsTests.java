package org.candour.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedVectorsTests {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest(name = "RFC 5869 appendix A.{index}")
    @CsvSource(
            emptyValue = "",
            value = {
                "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 000102030405060708090a0b0c, f0f1f2f3f4f5f6f7f8f9,"
                        + "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5,"
                        + "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
                "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f"
                        + "303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f,"
                        + "606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f"
                        + "909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf,"
                        + "b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedf"
                        + "e0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff,"
                        + "06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244,"
                        + "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
                        + "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
                "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, '', '',"
                        + "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04,"
                        + "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
            })
    void hkdfIsThatOfRfc5869(String inputKey, String salt, String info, String pseudorandomKey, String output) {
        var extracted = Hkdf.extract(HEX.parseHex(salt), HEX.parseHex(inputKey));
        var expanded = Hkdf.expand(extracted, HEX.parseHex(info), output.length() / 2);

        assertThat(extracted).asHexString().isEqualToIgnoringCase(pseudorandomKey);
        assertThat(expanded).asHexString().isEqualToIgnoringCase(output);
    }

    @ParameterizedTest(name = "RFC 4231 section 4, case {0}")
    @CsvSource({
        "2, 0b, 20, 4869205468657265, 1, b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "3, 4a656665, 1, 7768617420646f2079612077616e7420666f72206e6f7468696e673f, 1,"
                + "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "4, aa, 20, dd, 50, 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        "7, aa, 131, 54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b"
                + "6579204669727374, 1, 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    })
    void hmacIsThatOfRfc4231(int section, String key, int keyTimes, String data, int dataTimes, String mac) {
        var made = Hkdf.hmac(HEX.parseHex(key.repeat(keyTimes))).doFinal(HEX.parseHex(data.repeat(dataTimes)));

        assertThat(section).isPositive();
        assertThat(made).asHexString().isEqualToIgnoringCase(mac);
    }

    /** From the GCM specification submitted to NIST, appendix B. */
    @ParameterizedTest(name = "GCM test case {0}")
    @CsvSource(
            emptyValue = "",
            value = {
                "13, 0000000000000000000000000000000000000000000000000000000000000000, 000000000000000000000000, '', '',"
                        + "530f8afbc74536b9a963b4f1c4cb738b",
                "14, 0000000000000000000000000000000000000000000000000000000000000000, 000000000000000000000000, '',"
                        + "00000000000000000000000000000000,"
                        + "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
                "16, feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308, cafebabefacedbaddecaf888,"
                        + "feedfacedeadbeeffeedfacedeadbeefabaddad2,"
                        + "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
                        + "b16aedf5aa0de657ba637b39,"
                        + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
                        + "c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b"
            })
    void aesGcmIsThatOfNist(int number, String key, String nonce, String data, String plaintext, String sealed)
            throws Exception {
        var wiped = WipedKey.aes(HEX.parseHex(key));
        var made = AesGcm.seal(wiped, HEX.parseHex(nonce), HEX.parseHex(data), HEX.parseHex(plaintext));
        var opened = AesGcm.open(wiped, HEX.parseHex(nonce), HEX.parseHex(data), HEX.parseHex(sealed));

        assertThat(number).isPositive();
        assertThat(made).asHexString().isEqualToIgnoringCase(sealed);
        assertThat(opened).isEqualTo(HEX.parseHex(plaintext));
    }

    /**
     * Of draft-connolly-cfrg-xwing-kem-08, appendix C. The secret is a hash over the public key and all else, so it is right
     * only if they are.
     */
    @ParameterizedTest(name = "X-Wing vector {0}")
    @ValueSource(ints = {1, 2, 3})
    void xWingIsThatOfTheDraft(int number) throws IOException {
        var vectors = xWingVectors();
        var key = new XWingPrivateKeyParameters(HEX.parseHex(vectors.getProperty(number + ".sk")));
        var random = new Given(HEX.parseHex(vectors.getProperty(number + ".eseed")));

        var made = XWing.encapsulate(key.getPublicKeyParameters(), random);

        assertThat(made.secret()).asHexString().isEqualToIgnoringCase(vectors.getProperty(number + ".ss"));
        assertThat(XWing.decapsulate(key, made.encapsulation())).isEqualTo(made.secret());
        assertThat(random.given).isEqualTo(64);
    }

    @Test
    void xWingEncapsulatesToTheBytesOfTheDraft() throws IOException {
        var vectors = xWingVectors();
        var key = new XWingPrivateKeyParameters(HEX.parseHex(vectors.getProperty("1.sk")));

        var made = XWing.encapsulate(
                key.getPublicKeyParameters(), new Given(HEX.parseHex(vectors.getProperty("1.eseed"))));

        assertThat(made.encapsulation()).asHexString().isEqualToIgnoringCase(vectors.getProperty("1.ct"));
    }

    @Test
    void aBlindKeyGivesTheFirstHalfOfItsHmac() {
        var mac = Hkdf.hmac("Jefe".getBytes(US_ASCII)).doFinal("what do ya want for nothing?".getBytes(US_ASCII));

        assertThat(HEX.formatHex(mac, 0, BlindField.ACTOR.tokenBits() / Byte.SIZE))
                .isEqualTo("5bdcc146bf60754e6a042426089575c7");
    }

    private static Properties xWingVectors() throws IOException {
        var vectors = new Properties();
        try (InputStream in =
                PublishedVectorsTests.class.getResourceAsStream("/vault/xwing-draft-08-vectors.properties")) {
            vectors.load(Objects.requireNonNull(in));
        }
        return vectors;
    }

    /** Gives out the bytes it was given, in order, and no more. */
    private static final class Given extends SecureRandom {
        private final byte[] bytes;
        private int given;

        Given(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, given, target, 0, target.length);
            given += target.length;
        }
    }
}
