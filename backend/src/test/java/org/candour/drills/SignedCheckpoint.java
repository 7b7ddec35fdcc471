package org.candour.drills;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A checkpoint as C2SP signed-note and tlog-checkpoint have it, read and verified with the JDK's Ed25519 alone. */
record SignedCheckpoint(long size, String root) {
    private static final String ED25519_KEY_INFO = "302a300506032b6570032100"; // RFC 8410, before the 32 bytes of a key

    /**
     * Reads a note.
     *
     * @param verifierKey {@code name+id+key}
     * @throws IllegalArgumentException if no signature of the key is on it, or one that does not hold
     */
    static SignedCheckpoint open(String note, String verifierKey) {
        int blank = note.lastIndexOf("\n\n");
        var text = note.substring(0, blank + 1);
        var key = verifierKey.strip().split("\\+", 3);
        boolean isSigned = note.substring(blank + 2)
                .lines()
                .filter(line -> line.startsWith("— " + key[0] + " "))
                .map(line -> ByteBuffer.wrap(Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1))))
                .filter(line -> HexFormat.of().toHexDigits(line.getInt()).equals(key[1]))
                .anyMatch(line -> holds(text, line, key[2]));
        if (!isSigned) {
            throw new IllegalArgumentException("Not signed by " + key[0] + ": " + text);
        }
        var lines = text.split("\n", -1);
        return new SignedCheckpoint(Long.parseLong(lines[1]), lines[2]);
    }

    private static boolean holds(String text, ByteBuffer rest, String key) {
        var signature = new byte[rest.remaining()];
        rest.get(signature);
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey(Base64.getDecoder().decode(key)));
            verifier.update(text.getBytes(UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No signature of this key", e);
        }
    }

    private static PublicKey publicKey(byte[] typeAndKey) throws GeneralSecurityException {
        var info = HexFormat.of().parseHex(ED25519_KEY_INFO);
        var encoded = Arrays.copyOf(info, info.length + typeAndKey.length - 1);
        System.arraycopy(typeAndKey, 1, encoded, info.length, typeAndKey.length - 1);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
