package org.candour.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.junit.jupiter.api.Test;

class CosignerTests {
    private static final Instant AT = Instant.ofEpochSecond(1_679_315_147);
    private static final String ORIGIN = "example.com/behind-the-sofa";
    /** The example of C2SP tlog-cosignature. */
    private static final String TEXT = ORIGIN + "\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    private static final NoteSigner LOG = new NoteSigner(ORIGIN, TestKeys.ed25519(1));
    private static final Cosigner SECOND = Cosigner.of(ORIGIN, TestKeys.mlDsa44(2));
    private static final Cosigner CLASSIC = Cosigner.of("witness.example/w1", TestKeys.ed25519(3));
    private static final Cosigner QUANTUM_SAFE = Cosigner.of("witness.example/w1", TestKeys.mlDsa44(4));
    private static final Cosigner OTHER = Cosigner.of("witness.example/w2", TestKeys.ed25519(5));

    private static String note(Cosigner... cosigners) {
        var note = new StringBuilder(LOG.sign(TEXT));
        for (var cosigner : cosigners) {
            note.append(cosigner.line(TEXT, AT));
        }
        return note.toString();
    }

    private static Policy policy(int quorum) {
        return new Policy(
                LOG.verifierKey(),
                Optional.of(SECOND.verifierKey()),
                List.of(CLASSIC.verifierKey(), QUANTUM_SAFE.verifierKey(), OTHER.verifierKey()),
                quorum);
    }

    private static void rejects(String note, Policy policy) {
        assertThatExceptionOfType(ProofRejected.class).isThrownBy(() -> policy.open(note.getBytes(UTF_8)));
    }

    /** C2SP/CCTV ML-DSA/accumulated, 100 iterations: keys and signatures of Bouncy Castle are those of everybody else. */
    @Test
    void accumulatedVectorOfMlDsa44Holds() throws CryptoException {
        var seeds = new SHAKEDigest(128);
        var results = new SHAKEDigest(128);
        for (int i = 0; i < 100; i++) {
            var seed = new byte[32];
            seeds.doOutput(seed, 0, seed.length);
            var key = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed);
            results.update(key.getPublicKey(), 0, key.getPublicKey().length);
            var signer = new MLDSASigner();
            signer.init(true, key);
            var signature = signer.generateSignature();
            results.update(signature, 0, signature.length);
        }
        var result = new byte[32];
        results.doFinal(result, 0, result.length);

        assertThat(HexFormat.of().formatHex(result))
                .isEqualTo("d51148e1f9f4fa1a723a6cf42e25f2a99eb5c1b378b3d2dbbd561b1203beeae4");
    }

    @Test
    void cosignedTextsAreThoseOfTheSpecification() throws ProofRejected {
        var classic = SignatureType.ED25519_COSIGNATURE.message("any", TEXT, AT.getEpochSecond());
        var quantumSafe = SignatureType.ML_DSA_44_COSIGNATURE.message("w", TEXT, 0x0102);

        assertThat(classic).asString(UTF_8).isEqualTo("cosignature/v1\ntime 1679315147\n" + TEXT);
        assertThat(HexFormat.of().formatHex(quantumSafe))
                .isEqualTo(HexFormat.of().formatHex("subtree/v1\n\0".getBytes(UTF_8))
                        + "01" + "77" + "0000000000000102" + "1b"
                        + HexFormat.of().formatHex(ORIGIN.getBytes(UTF_8))
                        + "0000000000000000" + "00000000013e2dc3"
                        + "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62");
    }

    @Test
    void checkpointWithAllItsSignaturesIsVouchedForAndWitnessCountsOnce() throws ProofRejected {
        var vouched = policy(2).open(note(SECOND, CLASSIC, QUANTUM_SAFE, OTHER).getBytes(UTF_8));

        assertThat(vouched.checkpoint().size()).isEqualTo(20_852_163);
        assertThat(vouched.secondSignedAt()).contains(AT);
        assertThat(vouched.cosigned()).isEqualTo(Map.of("witness.example/w1", AT, "witness.example/w2", AT));
    }

    @Test
    void twoKeysOfOneWitnessAreNoQuorumOfTwo() {
        rejects(note(SECOND, CLASSIC, QUANTUM_SAFE), policy(2));
    }

    @Test
    void missingSecondSignatureIsToldAndNotRefused() throws ProofRejected {
        var vouched = policy(0).open(note().getBytes(UTF_8));

        assertThat(vouched.secondSignedAt()).isEmpty();
        assertThat(vouched.cosigned()).isEmpty();
    }

    @Test
    void lineOfAnUnknownKeyIsReadOver() throws ProofRejected {
        var stranger = Cosigner.of(ORIGIN, TestKeys.mlDsa44(6));

        assertThat(policy(0).open(note(stranger).getBytes(UTF_8)).secondSignedAt())
                .isEmpty();
        rejects(stranger.line(TEXT, AT), policy(0));
    }

    @Test
    void anyBitFlippedInAnyOneSignatureIsRefusedThoughNoneOfThemIsNeeded() {
        for (var cosigner : List.of(SECOND, CLASSIC, QUANTUM_SAFE)) {
            var line = cosigner.line(TEXT, AT);
            int space = line.lastIndexOf(' ') + 1;
            var bytes = Base64.getDecoder().decode(line.substring(space).strip());
            int step = Math.max(1, bytes.length / 200);
            for (int i = 4; i < bytes.length; i += step) {
                var changed = bytes.clone();
                changed[i] ^= (byte) (1 << (i % 8));

                rejects(
                        LOG.sign(TEXT) + line.substring(0, space)
                                + Base64.getEncoder().encodeToString(changed) + "\n",
                        policy(0));
            }
        }
    }

    @Test
    void signatureForOtherTextOtherNameOrOtherLogIsRefused() {
        var otherSize = TEXT.replace("20852163", "20852164");
        var otherName = Cosigner.of("witness.example/w2", TestKeys.mlDsa44(4)).line(TEXT, AT);

        for (var line : List.of(SECOND.line(otherSize, AT), CLASSIC.line(otherSize, AT))) {
            rejects(LOG.sign(TEXT) + line, policy(0));
        }
        var bytes = Base64.getDecoder()
                .decode(otherName.substring(otherName.lastIndexOf(' ') + 1).strip());
        var id = HexFormat.of().parseHex(QUANTUM_SAFE.verifierKey().idInHex());
        System.arraycopy(id, 0, bytes, 0, id.length);
        rejects(LOG.sign(TEXT) + "— witness.example/w1 " + Base64.getEncoder().encodeToString(bytes) + "\n", policy(0));
    }

    @Test
    void cutSignatureIsRefused() {
        for (var cosigner : List.of(SECOND, CLASSIC)) {
            var line = cosigner.line(TEXT, AT);
            int space = line.lastIndexOf(' ') + 1;
            var bytes = Base64.getDecoder().decode(line.substring(space).strip());
            for (int length : new int[] {5, 11, 12, bytes.length - 1}) {
                var cut = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length));

                rejects(LOG.sign(TEXT) + line.substring(0, space) + cut + "\n", policy(0));
            }
        }
    }

    @Test
    void keysOfEachTypeAreReadBackAndNoOthers() throws ProofRejected {
        for (var cosigner : List.of(SECOND, CLASSIC, QUANTUM_SAFE)) {
            var encoded = cosigner.verifierKey().encoded();

            assertThat(VerifierKey.parse(encoded).encoded()).isEqualTo(encoded);
        }
        var parts = CLASSIC.verifierKey().encoded().split("\\+", 3);
        var typeAndKey = Base64.getDecoder().decode(parts[2]);
        typeAndKey[0] = 0x05;
        var unknown = parts[0] + "+" + parts[1] + "+" + Base64.getEncoder().encodeToString(typeAndKey);
        assertThatExceptionOfType(ProofRejected.class).isThrownBy(() -> VerifierKey.parse(unknown));
    }

    @Test
    void policyWithAKeyInTheWrongPlaceOrTwiceIsNone() {
        var log = LOG.verifierKey();
        var witness = CLASSIC.verifierKey();

        notAPolicy(() -> new Policy(witness, Optional.empty(), List.of(), 0));
        notAPolicy(() -> new Policy(log, Optional.of(log), List.of(), 0));
        notAPolicy(() -> new Policy(log, Optional.of(witness), List.of(), 0));
        notAPolicy(() -> new Policy(log, Optional.empty(), List.of(log), 0));
        notAPolicy(() -> new Policy(log, Optional.empty(), List.of(witness, witness), 1));
        notAPolicy(() -> new Policy(log, Optional.empty(), List.of(witness, QUANTUM_SAFE.verifierKey()), 2));
        notAPolicy(() -> new Policy(log, Optional.empty(), List.of(), -1));
    }

    private static void notAPolicy(Runnable making) {
        assertThatIllegalArgumentException().isThrownBy(making::run);
    }

    @Test
    void onlyACheckpointCanBeCosigned() {
        assertThatIllegalArgumentException().isThrownBy(() -> SECOND.line("no checkpoint\n", AT));
        assertThatIllegalArgumentException().isThrownBy(() -> Cosigner.of("two words", TestKeys.mlDsa44(1)));
    }
}
