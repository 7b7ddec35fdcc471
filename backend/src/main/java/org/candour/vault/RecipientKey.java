package org.candour.vault;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;

/** A recipient's key pair, as far as this process holds it. The id of a pair is a fingerprint of its public half. */
sealed interface RecipientKey {
    /** The only suite of recipients' keys and wraps so far. */
    String SUITE = "XWING-HKDF-SHA256-AES256GCM";

    /** The first half of a SHA-256 over suite, recipient and public key, in hexadecimal. */
    String id();

    Recipient recipient();

    /** What wraps keys to the recipient. */
    record Public(String id, Recipient recipient, XWingPublicKeyParameters key) implements RecipientKey {
        static Public of(Recipient recipient, XWingPublicKeyParameters key) {
            return new Public(fingerprint(recipient.name(), key.getEncoded()), recipient, key);
        }
    }

    /** What unwraps them. */
    record Private(String id, Recipient recipient, XWingPrivateKeyParameters key) implements RecipientKey {
        static Private of(Recipient recipient, XWingPrivateKeyParameters key) {
            var publicKey = key.getPublicKeyParameters().getEncoded();
            return new Private(fingerprint(recipient.name(), publicKey), recipient, key);
        }
    }

    /** The id of whoever's key this is. */
    static String fingerprint(String name, byte[] publicKey) {
        var named = Binding.of("candour recipient key")
                .with(SUITE)
                .with(name)
                .with(publicKey)
                .bytes();
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(named);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
