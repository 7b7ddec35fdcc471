package org.candour.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to change key files: one process at a time has it, and the system takes it back when that process dies. */
final class DirectoryLock implements AutoCloseable {
    private static final String FILE = ".lock";

    private final FileChannel channel;
    private final FileLock lock;

    private DirectoryLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Waits for another process to be done.
     *
     * @throws KeyUnavailable if another thread of this process has it: the caller tries again later
     */
    @SuppressWarnings("resource") // closed with the lock
    static DirectoryLock of(Path directory) throws IOException {
        var channel = FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return new DirectoryLock(channel, channel.lock());
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new KeyUnavailable("The key files are being changed by another thread of this process", e);
        }
    }

    boolean isHeld() {
        return lock.isValid();
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
