package org.candour.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.junit.jupiter.api.Test;

class TlogProofTests {
    private static final NoteSigner SIGNER =
            new NoteSigner("candour.example/ledger", new Ed25519PrivateKeyParameters(new byte[32], 0));
    private static final List<byte[]> ENTRIES =
            IntStream.range(0, 13).mapToObj(i -> ("entry " + i).getBytes(UTF_8)).toList();

    private static TlogProof proof(int index) {
        var tree = Tree.empty().plus(ENTRIES.stream().map(Hash::ofLeaf).toList());
        var checkpoint = new Checkpoint("candour.example/ledger", tree.size(), tree.root());
        var path = tree.inclusion(index, (level, number) -> {
            throw new AssertionError("No tile is full yet");
        });
        return new TlogProof(index, path, SIGNER.sign(checkpoint.text()));
    }

    @Test
    void textHasTheShapeOfTheSpecification() {
        assertThat(proof(12).text().lines().toList())
                .startsWith("c2sp.org/tlog-proof@v1", "index 12")
                .contains("", "candour.example/ledger", "13")
                .hasSize(2 + 2 + 1 + 3 + 1 + 1);
    }

    @Test
    void proofsOfAllEntriesHoldAfterARoundTrip() throws ProofRejected {
        for (int i = 0; i < ENTRIES.size(); i++) {
            var proof = TlogProof.parse(proof(i).text().getBytes(UTF_8));

            assertThat(proof.check(ENTRIES.get(i), SIGNER.verifierKey()).size()).isEqualTo(13);
        }
    }

    @Test
    void anyOneBitsChangeOfTheProofIsRefused() {
        var bytes = proof(5).text().getBytes(UTF_8);
        for (int i = 0; i < bytes.length * 8; i++) {
            var changed = bytes.clone();
            changed[i / 8] ^= (byte) (1 << (i % 8));

            assertThatThrownBy(() -> TlogProof.parse(changed).check(ENTRIES.get(5), SIGNER.verifierKey()))
                    .as("bit %s", i)
                    .isInstanceOf(ProofRejected.class);
        }
    }

    @Test
    void anyOneBitsChangeOfTheEntryIsRefused() {
        for (int i = 0; i < ENTRIES.get(5).length * 8; i++) {
            var changed = ENTRIES.get(5).clone();
            changed[i / 8] ^= (byte) (1 << (i % 8));

            assertThatThrownBy(() -> proof(5).check(changed, SIGNER.verifierKey()))
                    .isInstanceOf(ProofRejected.class);
        }
    }

    @Test
    void anyTruncationIsRefused() {
        var bytes = proof(5).text().getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            var cut = Arrays.copyOf(bytes, i);

            assertThatThrownBy(() -> TlogProof.parse(cut).check(ENTRIES.get(5), SIGNER.verifierKey()))
                    .isInstanceOf(ProofRejected.class);
        }
    }

    @Test
    void extraLineIsReadOverButMustBeBase64() throws ProofRejected {
        var text = proof(5).text();

        var proof = TlogProof.parse(text.replace("index", "extra AAAA\nindex").getBytes(UTF_8));

        assertThat(proof.check(ENTRIES.get(5), SIGNER.verifierKey()).size()).isEqualTo(13);
        assertThatThrownBy(() ->
                        TlogProof.parse(text.replace("index", "extra !\nindex").getBytes(UTF_8)))
                .isInstanceOf(ProofRejected.class);
    }

    @Test
    void bundleRoundTrips() throws ProofRejected {
        assertThat(EntryBundle.decode(EntryBundle.encode(ENTRIES))).containsExactlyElementsOf(ENTRIES);
        assertThat(EntryBundle.decode(new byte[0])).isEmpty();
        assertThat(EntryBundle.encode(List.of(new byte[] {7}))).containsExactly(0, 1, 7);
    }

    @Test
    void bundleThatEndsWithinAnEntryIsRefused() {
        var bundle = EntryBundle.encode(ENTRIES.subList(0, 1));
        for (int i = 1; i < bundle.length; i++) {
            var cut = Arrays.copyOf(bundle, i);

            assertThatThrownBy(() -> EntryBundle.decode(cut)).isInstanceOf(ProofRejected.class);
        }
    }

    @Test
    void bundleHoldsNoMoreThan256EntriesOf65535Bytes() {
        var tooMany = Collections.nCopies(257, new byte[0]);

        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.encode(tooMany));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])));
        assertThatThrownBy(() -> EntryBundle.decode(new byte[2 * 257])).isInstanceOf(ProofRejected.class);
    }
}
