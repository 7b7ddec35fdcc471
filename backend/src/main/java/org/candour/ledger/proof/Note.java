package org.candour.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The parts of a signed note (C2SP signed-note v1.0.0), read strictly and not yet verified. */
final class Note {
    private static final int MAX_SIZE_BYTES = 1 << 20;
    private static final int MAX_SIGNATURES = 64;
    private static final int KEY_ID_BYTES = 4;
    private static final String SIGNATURE_START = "— ";
    private static final Pattern KEY_NAME =
            Pattern.compile("[^\\s+\\p{Cntrl}]+", Pattern.UNICODE_CHARACTER_CLASS); // no Unicode space, no plus

    private final String text;
    private final List<Signature> signatures;

    private Note(String text, List<Signature> signatures) {
        this.text = text;
        this.signatures = signatures;
    }

    /** A signature line: who says to have signed, and with what. */
    static final class Signature {
        private final String name;
        private final ByteBuffer idAndSignature;

        private Signature(String name, ByteBuffer idAndSignature) {
            this.name = name;
            this.idAndSignature = idAndSignature;
        }

        String name() {
            return name;
        }

        int keyId() {
            return idAndSignature.getInt(0);
        }

        byte[] bytes() {
            var bytes = new byte[idAndSignature.limit() - KEY_ID_BYTES];
            idAndSignature.duplicate().position(KEY_ID_BYTES).get(bytes);
            return bytes;
        }
    }

    static Note parse(byte[] bytes) throws ProofRejected {
        if (bytes.length > MAX_SIZE_BYTES) {
            throw new ProofRejected("A note of more than 1 MiB");
        }
        var whole = utf8(bytes);
        requireNoControls(whole);
        int blank = whole.lastIndexOf("\n\n");
        if (blank < 0 || !whole.endsWith("\n") || blank + 2 == whole.length()) {
            throw new ProofRejected("Not a signed note: no text, blank line and signatures");
        }
        var signatures = new ArrayList<Signature>();
        for (var line : whole.substring(blank + 2, whole.length() - 1).split("\n", -1)) {
            signatures.add(signature(line));
        }
        if (signatures.size() > MAX_SIGNATURES) {
            throw new ProofRejected("A note with more than 64 signatures");
        }
        return new Note(whole.substring(0, blank + 1), signatures);
    }

    private static Signature signature(String line) throws ProofRejected {
        int space = line.indexOf(' ', SIGNATURE_START.length());
        if (!line.startsWith(SIGNATURE_START) || space < 0) {
            throw new ProofRejected("Not a signature line");
        }
        var bytes = StrictBase64.decode(line.substring(space + 1));
        if (bytes.length <= KEY_ID_BYTES) {
            throw new ProofRejected("A signature line without a signature");
        }
        var name = line.substring(SIGNATURE_START.length(), space);
        requireKeyName(name);
        return new Signature(name, ByteBuffer.wrap(bytes));
    }

    /** The text with its last newline: what is signed. */
    String text() {
        return text;
    }

    List<Signature> signatures() {
        return signatures;
    }

    static String write(String text, String name, int keyId, byte[] signature) {
        return text + "\n" + signatureLine(name, keyId, signature);
    }

    static String signatureLine(String name, int keyId, byte[] signature) {
        var bytes = ByteBuffer.allocate(KEY_ID_BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return SIGNATURE_START + name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    static void requireKeyName(String name) throws ProofRejected {
        if (!KEY_NAME.matcher(name).matches()) {
            throw new ProofRejected("Not a key name: it must have no space and no plus");
        }
    }

    static void requireNoControls(String text) throws ProofRejected {
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new ProofRejected("A note must not hold control characters");
        }
    }

    private static String utf8(byte[] bytes) throws ProofRejected {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProofRejected("Not UTF-8", e);
        }
    }
}
