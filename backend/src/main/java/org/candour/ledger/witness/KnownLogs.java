package org.candour.ledger.witness;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.candour.ledger.keys.NewFile;

/**
 * What a witness remembers: of each log the last checkpoint it cosigned, with its own cosignatures, one file a log. A file is
 * replaced in one step and flushed before anybody is answered. One process at a time holds the directory.
 */
final class KnownLogs implements Closeable {
    private final Path directory;
    private final FileChannel lock;

    /** @throws IOException if the directory cannot be used, or another witness uses it */
    KnownLogs(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
        this.lock = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() == null) {
                throw new IOException("Another witness uses " + directory);
            }
        } catch (IOException | OverlappingFileLockException e) {
            lock.close();
            throw new IOException("Another witness uses " + directory, e);
        }
    }

    Optional<byte[]> last(String origin) throws IOException {
        var file = file(origin);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    void remember(String origin, String note) throws IOException {
        NewFile.replace(file(origin), note.getBytes(StandardCharsets.UTF_8));
    }

    /** An origin may hold any character, so its hash names the file. */
    private Path file(String origin) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8));
            return directory.resolve(HexFormat.of().formatHex(digest) + ".checkpoint");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
