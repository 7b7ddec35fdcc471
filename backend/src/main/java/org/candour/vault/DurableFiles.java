package org.candour.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files that only their owner may read, and that a power cut leaves either whole or absent. */
final class DurableFiles {
    /** Ends the name of a file that a replacement was cut off at; nobody reads such a file. */
    private static final String UNFINISHED = ".new";

    private static final Set<PosixFilePermission> NOT_THE_OWNER = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private DurableFiles() {}

    static void createDirectories(Path directory) throws IOException {
        Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
    }

    /** Writes a new file and its bytes to the disk itself. */
    static void write(Path file, byte[] bytes) throws IOException {
        var options =
                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, options, ownerOnly(file, "rw-------"))) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Puts new bytes in place of a file's in one step: whoever reads it sees the old ones or the new ones, never a mixture. */
    static void replace(Path file, byte[] bytes) throws IOException {
        var whole = file.resolveSibling(file.getFileName() + UNFINISHED);
        write(whole, bytes);
        publish(whole, file);
    }

    /**
     * Deletes a file, and makes the deletion last. Where the bytes lay they may still lie: a modern disk writes elsewhere when it
     * is told to overwrite, so nothing is overwritten here, and whoever must be sure encrypts the disk and destroys that key.
     */
    static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        forceDirectoryOf(file);
    }

    /** Moves a whole file to its name. */
    static void publish(Path file, Path target) throws IOException {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        forceDirectoryOf(target);
    }

    private static void forceDirectoryOf(Path file) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        if (directory != null && isPosix(directory)) { // elsewhere a directory cannot be opened, nor needs it
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Whether others than the owner may read or change the file, as far as the file system can tell. */
    static boolean isOpenToOthers(Path file) throws IOException {
        if (!isPosix(file)) {
            return false;
        }
        var permissions = EnumSet.copyOf(NOT_THE_OWNER);
        permissions.retainAll(Files.getPosixFilePermissions(file));
        return !permissions.isEmpty();
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
