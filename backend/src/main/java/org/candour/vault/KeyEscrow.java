package org.candour.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.candour.ledger.Receipt;
import org.springframework.stereotype.Component;

/**
 * The way back when the root keys are lost, with their passphrase or their hardware: {@value #THRESHOLD} of {@value #SHARES}
 * custodians. The secret is the seed of an X-Wing key pair, shared by Shamir's scheme over GF(2<sup>8</sup>) as Bouncy Castle has
 * it, and forgotten here at once; its public half stays, and whatever the vault must not lose is sealed to it at every change.
 * The id of a split is the fingerprint of that public half and so commits to the secret: shares that were changed, or are of
 * different splits, do not give the key that the id names, and that is noticed before anything is opened.
 */
@Component
public class KeyEscrow {
    /** How many shares a split has. */
    public static final int SHARES = 3;
    /** How many of them open. */
    public static final int THRESHOLD = 2;
    /** The act that a receipt for {@link #recover} must be for. */
    public static final String RECOVERY = "RECOVER_KEYS";

    private final Path directory;
    private final VaultSettings settings;
    private final KeyDirectory keys;
    private final SecureRandom random = new SecureRandom();

    KeyEscrow(VaultSettings settings, KeyRoom room) {
        this.directory = settings.directory();
        this.settings = settings;
        this.keys = room.keyDirectory();
    }

    /**
     * Makes a new secret, hands out its shares, which are kept nowhere here, and seals the vault's keys to it in place of an
     * earlier one.
     *
     * @param handOut takes the shares; if it throws, the earlier secret stays in force
     * @throws KeyUnavailable if the vault's keys are not there
     */
    public void split(Consumer<List<EscrowShare>> handOut) {
        var pair = XWing.generate(random);
        var id = EscrowFile.fingerprint(pair.getPublicKeyParameters());
        var seed = pair.getSeed();
        try {
            var splitter = ShamirSecretSplitter.getInstance(Algorithm.AES, XWing.SEED_BYTES, random);
            var parts = splitter.resplit(seed, THRESHOLD, SHARES).getSecretShares();
            var shares = new ArrayList<EscrowShare>();
            for (var number = 1; number <= SHARES; number++) {
                shares.add(new EscrowShare(id, number, parts[number - 1].getEncoded()));
            }
            handOut.accept(shares);
            keys.escrowTo(pair.getPublicKeyParameters());
        } catch (IOException e) {
            throw new IllegalStateException("Shares in memory encode", e);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** What a receipt for the recovery with shares of this split must name. */
    public static UUID objectOf(EscrowShare share) {
        return Binding.uuid(java.nio.ByteBuffer.wrap(HexFormat.of().parseHex(share.splitId())));
    }

    /**
     * Opens what was sealed to the shared secret, and puts it into a new keystore file under the passphrase that is set now.
     * The old keystore must have been moved away. Cut off at any point, it is done again.
     *
     * @param receipt for {@link #RECOVERY} on {@link #objectOf}: the ledger has it before anything is opened
     * @throws EscrowRefused if the shares are too few, twice the same, of different splits, of another split than the vault's, or
     *     changed; nothing is changed then
     * @throws KeyUnavailable if a keystore is there, or files could not be read or written
     */
    public void recover(Receipt receipt, List<EscrowShare> shares) {
        requireQuorum(shares);
        receipt.spend();
        if (!receipt.act().equals(RECOVERY) || !receipt.object().equals(objectOf(shares.get(0)))) {
            throw new EscrowRefused("The ledger's receipt is for something else");
        }
        var provider = new FileRootKey(directory, settings::readPassphrase);
        try (var lock = DirectoryLock.of(directory)) {
            if (!lock.isHeld() || Files.exists(directory.resolve(FileRootKey.FILE))) {
                throw new KeyUnavailable("A key store is there: move it away first");
            }
            var file = EscrowFile.read(directory);
            try (var content = file.open(secret(shares))) {
                restore(content, provider);
            }
        } catch (IOException e) {
            throw new KeyUnavailable("The keys could not be recovered", e);
        }
    }

    private static void requireQuorum(List<EscrowShare> shares) {
        if (shares.size() < THRESHOLD) {
            throw new EscrowRefused(THRESHOLD + " shares are needed");
        }
        if (shares.stream().map(EscrowShare::number).distinct().count() < shares.size()) {
            throw new EscrowRefused("The same share was given twice");
        }
        if (shares.stream().map(EscrowShare::splitId).distinct().count() > 1) {
            throw new EscrowRefused("The shares are of different splits");
        }
    }

    private static XWingPrivateKeyParameters secret(List<EscrowShare> shares) throws IOException {
        var parts = shares.stream()
                .map(share -> new ShamirSplitSecretShare(share.bytes(), share.number()))
                .toArray(ShamirSplitSecretShare[]::new);
        var seed = ShamirSplitSecret.getInstance(Algorithm.AES, parts).getSecret();
        try {
            var secret = new XWingPrivateKeyParameters(seed);
            if (!EscrowFile.fingerprint(secret.getPublicKeyParameters())
                    .equals(shares.get(0).splitId())) {
                throw new EscrowRefused("A share was changed: together they give another key than was split");
            }
            return secret;
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** The keystore comes last: before it, the private halves are of no use, and this begins again. */
    private void restore(EscrowFile.Content content, FileRootKey provider) throws IOException {
        var files = new KeyPairFiles(directory);
        var id = RootKeyId.after(files.rootKeyIds());
        var root = WipedKey.randomAes(random);
        var roots = new LinkedHashMap<String, WipedKey>();
        roots.put(id, root.copy());
        try (var unlocked = new UnlockedInMemory(roots, java.util.Map.of(), java.util.Map.of())) {
            for (var key : content.privateKeys()) {
                files.restore(key.recipient(), new XWingPrivateKeyParameters(key.seed()), unlocked);
            }
        }
        provider.replace(java.util.Map.of(id, root), content.wipedBlindKeys());
    }
}
