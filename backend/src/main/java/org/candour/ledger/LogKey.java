package org.candour.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candour.ledger.keys.KeyFile;
import org.candour.ledger.keys.KeyRefused;
import org.candour.ledger.proof.Cosigner;
import org.candour.ledger.proof.NoteSigner;
import org.candour.ledger.proof.Policy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two keys that sign for the log: Ed25519, and ML-DSA-44 for the day when somebody can forge the first. If the first's file exists, it is opened at the start, and a wrong passphrase stops the start. If
 * it does not exist, one is made on an empty log; on any other log that stops the start too, because checkpoints of a new
 * key could not be checked with the published one. If the store does not answer at that moment, the decision waits for it,
 * and with it every append. The second is made at any start at which no checkpoint bears its signature yet, so that older
 * logs gain it; once one does, it must be there.
 */
final class LogKey {
    private static final Logger LOG = LoggerFactory.getLogger(LogKey.class);

    private final LedgerSettings settings;
    private final LedgerStore store;
    private final Path secondFile;
    private @Nullable Keys keys;

    private record Keys(NoteSigner first, Cosigner second) {}

    LogKey(LedgerSettings settings, LedgerStore store) {
        this(settings, store, settings.besideKeyFile());
    }

    LogKey(LedgerSettings settings, LedgerStore store, Path secondFile) {
        this.settings = settings;
        this.store = store;
        this.secondFile = secondFile;
    }

    /** @throws KeyRefused if the key is missing from a log that is not empty, or cannot be opened */
    LogKey prepare() {
        try {
            resolve();
        } catch (LedgerUnavailable e) {
            LOG.warn("The ledger has no key yet, and its store does not answer; waiting for it", e);
        }
        return this;
    }

    /**
     * The signer, named as the log.
     *
     * @throws LedgerUnavailable if the key is missing, and the log is not empty or does not say whether it is
     */
    NoteSigner signer() {
        return keys().first();
    }

    /**
     * The signer of the second line, named as the log.
     *
     * @throws LedgerUnavailable as {@link #signer} does
     */
    Cosigner second() {
        return keys().second();
    }

    /** What a checkpoint of this log must hold before it is believed here. */
    Policy policy() {
        var both = keys();
        return new Policy(both.first().verifierKey(), Optional.of(both.second().verifierKey()), List.of(), 0);
    }

    private Keys keys() {
        try {
            return resolve();
        } catch (KeyRefused e) {
            LOG.error("The ledger has no key to sign with", e);
            throw new LedgerUnavailable("The ledger has no key to sign with", e);
        }
    }

    private synchronized Keys resolve() {
        var known = keys;
        if (known == null) {
            known = open();
            keys = known;
        }
        return known;
    }

    private Keys open() {
        var passphrase = settings.readPassphrase();
        try {
            return new Keys(first(passphrase), second(passphrase));
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private NoteSigner first(char[] passphrase) {
        var file = settings.keyFile();
        if (Files.exists(file)) {
            return new NoteSigner(settings.origin(), KeyFile.read(file, passphrase));
        }
        if (!store.isEmpty()) {
            throw new KeyRefused("The ledger is not empty, but its key file is missing: " + file
                    + ". Put it back, or point candour.ledger.key-file to it");
        }
        var made = new NoteSigner(settings.origin(), KeyFile.create(file, passphrase));
        LOG.info("Made a key for the ledger: {}", made.verifierKey().encoded());
        return made;
    }

    private Cosigner second(char[] passphrase) {
        if (Files.exists(secondFile)) {
            return Cosigner.of(settings.origin(), KeyFile.readSecond(secondFile, passphrase));
        }
        if (store.lastCheckpoint()
                .filter(note -> Cosigner.isMentioned(settings.origin(), note))
                .isPresent()) {
            throw new KeyRefused("The ledger was signed with a second key, but its file is missing: " + secondFile
                    + ". Put it back, or point candour.ledger.second-key-file to it");
        }
        var made = Cosigner.of(settings.origin(), KeyFile.createSecond(secondFile, passphrase));
        LOG.info("Made a second key for the ledger: {}", made.verifierKey().encoded());
        return made;
    }
}
