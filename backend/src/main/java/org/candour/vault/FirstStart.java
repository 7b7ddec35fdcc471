package org.candour.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.util.FileSystemUtils;

/**
 * Makes a root key and the recipients' key pairs, once in the life of an installation: where the directory holds no key and
 * the store none that such a key would have to open. Whoever starts at the same moment waits and finds them made. The
 * keystore comes to its name last, so a start that was cut off half way begins again.
 */
final class FirstStart {
    private static final String STAGING = ".first-start";

    private final Path directory;
    private final Function<Path, RootKeyProvider> providerIn;
    private final KeyDocuments documents;
    private final Clock clock;

    FirstStart(Path directory, Function<Path, RootKeyProvider> providerIn, KeyDocuments documents, Clock clock) {
        this.directory = directory;
        this.providerIn = providerIn;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Makes the keys, unless somebody did so meanwhile.
     *
     * @throws KeyUnavailable if this is no first start, or the keys could not be made
     */
    void run() {
        if (!documents.isEmpty()) {
            throw new KeyUnavailable("Keys of cases are stored, but the key store that opens them is gone");
        }
        try {
            DurableFiles.createDirectories(directory);
            try (var lock = DirectoryLock.of(directory)) {
                if (lock.isHeld() && providerIn.apply(directory).mark().isEmpty()) {
                    makeKeys();
                }
            }
        } catch (IOException e) {
            throw new KeyUnavailable("The keys of a first start could not be written", e);
        }
    }

    private void makeKeys() throws IOException {
        var staging = directory.resolve(STAGING);
        if (!Files.exists(staging) && !keyFiles().isEmpty()) {
            throw new KeyUnavailable("The key store is gone, but its key files are here");
        }
        for (var unfinished : keyFiles()) { // of a first start that was cut off: nothing was ever sealed with them
            Files.delete(unfinished);
        }
        FileSystemUtils.deleteRecursively(staging);
        DurableFiles.createDirectories(staging);
        var pairs = new KeyPairFiles(staging);
        var random = new SecureRandom();
        var provider = providerIn.apply(staging);
        try (var root = provider.create()) {
            for (var recipient : Recipient.values()) {
                pairs.create(recipient, root, clock.instant(), random, () -> {});
            }
        }
        var last = provider.file();
        for (var file : list(staging)) {
            if (!file.getFileName().toString().equals(last)) {
                DurableFiles.publish(file, directory.resolve(file.getFileName()));
            }
        }
        DurableFiles.publish(staging.resolve(last), directory.resolve(last));
        FileSystemUtils.deleteRecursively(staging);
    }

    private List<Path> keyFiles() throws IOException {
        return list(directory).stream().filter(KeyPairFiles::isOne).toList();
    }

    private static List<Path> list(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }
}
