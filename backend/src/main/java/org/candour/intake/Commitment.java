package org.candour.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the ledger keeps of a submission: SHA-256 over a label, a salt and the hash of what was sent. The salt stands in the
 * victim's receipt, so they can show what they handed in; the ledger alone, which is never erased, tells nothing about a guess.
 *
 * @param value lower-case hexadecimal
 */
record Commitment(String value) {
    private static final byte[] LABEL = "candour/submission-commitment/v1\n".getBytes(StandardCharsets.US_ASCII);

    static Commitment to(String bodySha256, String salt) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(LABEL);
            digest.update(HexFormat.of().parseHex(salt));
            digest.update(HexFormat.of().parseHex(bodySha256));
            return new Commitment(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
