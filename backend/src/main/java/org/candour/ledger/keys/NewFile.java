package org.candour.ledger.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Writes a file whole or not at all, flushed to the disk, its name as well. */
public final class NewFile {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private NewFile() {}

    /** How a draft gets its name. */
    @FunctionalInterface
    private interface Appearance {
        void appear(Path draft, Path file) throws IOException;
    }

    /**
     * Writes a file that did not exist, readable by its owner alone where the file system knows owners.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, bytes, NewFile::appear);
    }

    /** Writes the same, and puts it in the place of what was there, in one step. */
    public static void replace(Path file, byte[] bytes) throws IOException {
        write(file, bytes, (draft, name) -> Files.move(draft, name, StandardCopyOption.ATOMIC_MOVE));
    }

    private static void write(Path file, byte[] bytes, Appearance appearance) throws IOException {
        var directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a directory");
        Files.createDirectories(directory);
        var attributes = directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {OWNER_ONLY}
                : new FileAttribute<?>[0];
        var draft = Files.createTempFile(directory, "." + file.getFileName(), ".new", attributes);
        try {
            try (var channel = FileChannel.open(draft, Set.of(StandardOpenOption.WRITE))) {
                var rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            appearance.appear(draft, file);
            flush(directory);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Only so is the name safe from a power cut. A system that cannot open a directory flushes it by itself. */
    private static void flush(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** A hard link appears at once and never replaces; where there are none, a move without replacement must do. */
    private static void appear(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file);
        }
    }
}
