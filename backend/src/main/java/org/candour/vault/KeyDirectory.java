package org.candour.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;

/**
 * Changes the files that hold keys, one process at a time, each file in one atomic step. Every change may be tried again after it
 * was cut off at any point: what is done already is found done.
 */
final class KeyDirectory {
    private final Path directory;
    private final RootKeyProvider provider;
    private final KeyPairFiles files;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeyDirectory(Path directory, RootKeyProvider provider, Clock clock) {
        this.directory = directory;
        this.provider = provider;
        this.files = new KeyPairFiles(directory);
        this.clock = clock;
    }

    /** What is done to the files while nobody else does. */
    private interface Change<T> {
        T with(RootKeyProvider.Unlocked root) throws IOException;
    }

    /** How many private halves a root key wraps. */
    int countUnder(String rootKeyId) {
        try {
            return files.countUnder(rootKeyId);
        } catch (IOException e) {
            throw new KeyUnavailable("The private halves cannot be read", e);
        }
    }

    /** The recipient's pairs, oldest first. */
    List<KeyPairFiles.PublicHalf> pairs(Recipient recipient) {
        try {
            return files.publicHalves(recipient);
        } catch (IOException e) {
            throw new KeyUnavailable("The recipients' keys cannot be read", e);
        }
    }

    /** The ids of all pairs, of any recipient, whose private half is here. */
    List<String> privateKeyIds() {
        return Arrays.stream(Recipient.values())
                .flatMap(recipient -> privateKeyIds(recipient).stream())
                .toList();
    }

    /** The ids of the recipient's pairs whose private half is here. */
    Set<String> privateKeyIds(Recipient recipient) {
        try {
            return files.privateKeyIds(recipient);
        } catch (IOException e) {
            throw new KeyUnavailable("The recipients' keys cannot be read", e);
        }
    }

    /** The id of the newest root key, which is made now if all are among {@code old}. */
    String rootAfter(Collection<String> old) {
        return changing(root -> {
            var newest = root.rootKeyId().orElseThrow();
            return old.contains(newest) ? provider.addRootKey() : newest; // no root key is in the escrow
        });
    }

    /** The id of the recipient's newest pair, which is made now if all are among {@code old}. */
    String pairAfter(Recipient recipient, Collection<String> old) {
        return changing(root -> {
            var halves = files.publicHalves(recipient);
            var newest = halves.isEmpty() ? null : halves.get(halves.size() - 1).keyId();
            if (newest != null && !old.contains(newest)) {
                refreshEscrow(root);
                return newest;
            }
            return files.create(recipient, root, clock.instant(), random, () -> refreshEscrow(root));
        });
    }

    /** Wraps what is under root keys of {@code old} with the newest; returns how many private halves that were. */
    int rewrapPrivateHalves(Collection<String> old) {
        return changing(root -> files.rewrap(old, root));
    }

    /** @throws KeyUnavailable while a private half is under one of them; then none is retired */
    void retireRoots(Collection<String> old) {
        changing(root -> {
            for (var id : old) {
                if (files.countUnder(id) > 0) {
                    throw new KeyUnavailable("The root key " + id + " still wraps private halves");
                }
            }
            old.forEach(provider::retireRootKey);
            return old;
        });
    }

    /** @throws KeyUnavailable if one of them is the newest; then none is retired */
    void retirePairs(Recipient recipient, Collection<String> old) {
        changing(root -> {
            var newest = files.newest(recipient);
            if (newest.isEmpty() || old.contains(newest.get().id())) {
                throw new KeyUnavailable("The newest key of " + recipient + " cannot be retired");
            }
            for (var id : old) {
                files.delete(recipient, id);
            }
            refreshEscrow(root); // which must not keep what is retired
            return old;
        });
    }

    void addMissingBlindKeys() {
        changing(root -> {
            provider.addMissingBlindKeys();
            return root;
        });
        changing(root -> {
            refreshEscrow(root);
            return root;
        });
    }

    /** Seals what the vault must not lose to a new public key, in place of an earlier one. */
    void escrowTo(XWingPublicKeyParameters key) {
        changing(root -> {
            EscrowFile.write(directory, key, files.privateKeys(root), root, random);
            return key;
        });
    }

    private void refreshEscrow(RootKeyProvider.Unlocked root) throws IOException {
        if (EscrowFile.isIn(directory)) {
            var key = EscrowFile.read(directory).key();
            EscrowFile.write(directory, key, files.privateKeys(root), root, random);
        }
    }

    private <T> T changing(Change<T> change) {
        try (var lock = DirectoryLock.of(directory);
                var root = provider.unlock()) {
            if (!lock.isHeld() || root.rootKeyId().isEmpty()) {
                throw new KeyUnavailable("This process holds public keys alone, and changes none");
            }
            return change.with(root);
        } catch (IOException e) {
            throw new KeyUnavailable("The key files could not be changed", e);
        }
    }
}
