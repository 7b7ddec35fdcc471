package org.candour.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The objects whose keys were destroyed, one small file each beside the key files: outside the database, so that a database put
 * back from a backup does not bring an erased object back. Asked at every opening. Each file names the private keys that were
 * there at the time: once these are retired, the object's wraps in any backup open nothing, whatever becomes of this list.
 */
final class ErasedObjects {
    static final String FOLDER = "erased";

    private final Path folder;

    ErasedObjects(Path directory) {
        this.folder = directory.resolve(FOLDER);
    }

    /** Whether the object was erased; a folder that cannot be read lets nothing pass. */
    boolean contains(UUID object) {
        var file = file(object);
        return Files.exists(file) || (!Files.notExists(file) && !Files.isReadable(folder));
    }

    /** @throws KeyUnavailable if the object was erased */
    void refuse(UUID object) {
        if (contains(object)) {
            throw new KeyUnavailable("The keys of " + object + " were destroyed, and stay so");
        }
    }

    /** Enters an object for ever. Entering it again changes nothing. */
    void enter(UUID object, Collection<String> privateKeyIds) {
        try {
            DurableFiles.createDirectories(folder);
            if (!Files.exists(file(object))) {
                DurableFiles.replace(
                        file(object), String.join("\n", privateKeyIds).getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new KeyUnavailable("The erasure of an object could not be recorded", e);
        }
    }

    /** The private keys that were there when the object was erased. */
    List<String> privateKeyIdsAt(UUID object) {
        try {
            return Files.readAllLines(file(object), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new KeyUnavailable("The record of an erasure cannot be read", e);
        }
    }

    private Path file(UUID object) {
        return folder.resolve(object.toString());
    }
}
