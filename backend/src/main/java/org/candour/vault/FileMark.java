package org.candour.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells one state of a file from another without reading it.
 *
 * @param key the file's identity in its file system, where it has one
 */
record FileMark(
        FileTime lastModified, long sizeBytes, @Nullable Object key) {
    /** The file's mark, empty if it is not there or cannot be looked at. */
    static Optional<FileMark> of(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileMark(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
