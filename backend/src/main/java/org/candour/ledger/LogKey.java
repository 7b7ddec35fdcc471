package org.candour.ledger;

import java.nio.file.Files;
import java.util.Arrays;
import org.candour.ledger.proof.NoteSigner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that signs for the log. If its file exists, it is opened at the start, and a wrong passphrase stops the start. If
 * it does not exist, one is made on an empty log; on any other log that stops the start too, because checkpoints of a new
 * key could not be checked with the published one. If the store does not answer at that moment, the decision waits for it,
 * and with it every append.
 */
final class LogKey {
    private static final Logger LOG = LoggerFactory.getLogger(LogKey.class);

    private final LedgerSettings settings;
    private final LedgerStore store;
    private @Nullable NoteSigner signer;

    LogKey(LedgerSettings settings, LedgerStore store) {
        this.settings = settings;
        this.store = store;
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
        try {
            return resolve();
        } catch (KeyRefused e) {
            LOG.error("The ledger has no key to sign with", e);
            throw new LedgerUnavailable("The ledger has no key to sign with", e);
        }
    }

    private synchronized NoteSigner resolve() {
        var known = signer;
        if (known == null) {
            known = open();
            signer = known;
        }
        return known;
    }

    private NoteSigner open() {
        var file = settings.keyFile();
        var passphrase = settings.readPassphrase();
        try {
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
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }
}
