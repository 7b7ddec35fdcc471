package org.candour.ledger.proof;

import java.util.Base64;

/** Standard base64 (RFC 4648 section 4) with one spelling for each value: the JDK's decoder alone takes several. */
final class StrictBase64 {
    private StrictBase64() {}

    static byte[] decode(String text) throws ProofRejected {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new ProofRejected("Not base64", e);
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new ProofRejected("Not the canonical spelling of this base64");
        }
        return bytes;
    }
}
