package org.candour.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTests {
    /** The example of golang.org/x/mod/sumdb/note, key and all. */
    private static final String GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String GO_TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String GO_NOTE = GO_TEXT
            + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private static NoteSigner goSigner() {
        var typeAndSeed = Base64.getDecoder().decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        return new NoteSigner("PeterNeumann", new Ed25519PrivateKeyParameters(typeAndSeed, 1));
    }

    @Test
    void signatureIsThatOfTheReferenceImplementation() {
        assertThat(goSigner().sign(GO_TEXT)).isEqualTo(GO_NOTE);
        assertThat(goSigner().verifierKey().encoded()).isEqualTo(GO_KEY);
    }

    @Test
    void noteOfTheReferenceImplementationOpens() throws ProofRejected {
        assertThat(VerifierKey.parse(GO_KEY).open(GO_NOTE.getBytes(UTF_8))).isEqualTo(GO_TEXT);
    }

    @Test
    void anyOneBytesChangeIsRefused() throws ProofRejected {
        var key = VerifierKey.parse(GO_KEY);
        var note = GO_NOTE.getBytes(UTF_8);
        for (int i = 0; i < note.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                var changed = note.clone();
                changed[i] ^= (byte) (1 << bit);

                assertThatThrownBy(() -> key.open(changed)).isInstanceOf(ProofRejected.class);
            }
            var cut = Arrays.copyOf(note, i);
            assertThatThrownBy(() -> key.open(cut)).isInstanceOf(ProofRejected.class);
        }
    }

    @Test
    void anyOneCharactersChangeOfTheKeyIsRefused() {
        for (int i = 0; i < GO_KEY.length(); i++) {
            var changed = GO_KEY.substring(0, i) + (GO_KEY.charAt(i) == 'A' ? 'B' : 'A') + GO_KEY.substring(i + 1);

            assertThatThrownBy(() -> VerifierKey.parse(changed)).isInstanceOf(ProofRejected.class);
        }
    }

    @Test
    void signaturesOfOthersAreIgnored() throws ProofRejected {
        var other = new NoteSigner("other", new Ed25519PrivateKeyParameters(new byte[32], 0)).sign(GO_TEXT);
        var both = GO_NOTE + other.substring(other.indexOf('—'));

        assertThat(VerifierKey.parse(GO_KEY).open(both.getBytes(UTF_8))).isEqualTo(GO_TEXT);
        assertThatThrownBy(() -> VerifierKey.parse(GO_KEY).open(other.getBytes(UTF_8)))
                .isInstanceOf(ProofRejected.class);
    }

    @Test
    void wrongSignatureOfAKnownKeyRejectsTheNoteEvenBesideAGoodOne() {
        var good = GO_NOTE.substring(GO_NOTE.indexOf('—'));
        var bad = goSigner().sign("another text\n");
        var note = GO_NOTE + bad.substring(bad.indexOf('—'));

        assertThat(note).contains(good);
        assertThatThrownBy(() -> VerifierKey.parse(GO_KEY).open(note.getBytes(UTF_8)))
                .isInstanceOf(ProofRejected.class);
    }

    @Test
    void textIsUpToTheLastBlankLine() throws ProofRejected {
        var text = "a\n\n— PeterNeumann x08go/ZJ\n\nb\n";

        assertThat(VerifierKey.parse(GO_KEY).open(goSigner().sign(text).getBytes(UTF_8)))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no newline", "tab\t\n", "return\r\n", "nul\0\n", "half a pair \ud800\n"})
    void textThatIsNoNoteIsNotSigned(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> goSigner().sign(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "no\u00a0break", "plus+sign", "new\nline"})
    void nameWithSpaceOrPlusIsRefused(String name) {
        var key = new Ed25519PrivateKeyParameters(new byte[32], 0);

        assertThatIllegalArgumentException().isThrownBy(() -> new NoteSigner(name, key));
    }

    @Test
    void checkpointRoundTrips() throws ProofRejected {
        var checkpoint = new Checkpoint("candour.example/ledger", 7, Trees.naiveRoot(Trees.leaves(7)));

        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
        assertThat(Checkpoint.parse(checkpoint.text() + "an extension\n")).isEqualTo(checkpoint);
    }

    @Test
    void textThatIsNoCheckpointIsRefused() {
        var root = Trees.naiveRoot(Trees.leaves(7)).base64();
        for (var text : List.of(
                "",
                "log\n7\n",
                "log\n7\n" + root,
                "\n7\n" + root + "\n",
                "log\n07\n" + root + "\n",
                "log\n-7\n" + root + "\n",
                "log\n99999999999999999999\n" + root + "\n",
                "log\n9999999999999999999\n" + root + "\n",
                "log\n7\nAAAA\n",
                "log\n7\n" + root + "\n\n",
                "log\n0\n" + root + "\n")) {
            assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(ProofRejected.class);
        }
    }

    @Test
    void checkpointOfAnotherLogIsRefused() {
        var text = new Checkpoint("another", 7, Trees.naiveRoot(Trees.leaves(7))).text();
        var note = goSigner().sign(text).getBytes(UTF_8);

        assertThatThrownBy(() -> Checkpoint.open(note, goSigner().verifierKey()))
                .isInstanceOf(ProofRejected.class);
    }
}
