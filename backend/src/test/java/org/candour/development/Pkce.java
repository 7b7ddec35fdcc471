package org.candour.development;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secrets of one login: the verifier of RFC 7636 and the state of RFC 6749. */
record Pkce(String verifier, String state) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Pkce random() {
        return new Pkce(text(), text());
    }

    /** The S256 challenge, RFC 7636 section 4.2. */
    String challenge() {
        try {
            return encode(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Pkce[hidden]";
    }

    private static String text() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return encode(bytes);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
