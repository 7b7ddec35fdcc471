package org.candour.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signed checkpoints outside the database, one file a size, never written twice. If it fails, that is logged as an error and
 * nothing else stops: the same checkpoint is tried again.
 */
final class CheckpointDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointDirectory.class);
    private static final Pattern NAME = Pattern.compile("[0-9]{20}");

    private final Path directory;

    CheckpointDirectory(Path directory) {
        this.directory = directory;
    }

    void keep(long size, String note) {
        var file = directory.resolve(String.format("%020d", size));
        try {
            if (!Files.exists(file)) {
                NewFile.write(file, note.getBytes(StandardCharsets.UTF_8));
            }
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Another instance kept the checkpoint first", e);
        } catch (IOException e) {
            LOG.error("The checkpoint of {} entries could not be kept outside the database", size, e);
        }
    }

    /** The checkpoint of the largest size. */
    Optional<String> last() {
        try (var files = Files.list(directory)) {
            var last = files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .max(Comparator.comparing(file -> file.getFileName().toString()));
            return last.isPresent() ? Optional.of(Files.readString(last.get())) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // nothing was kept yet
        } catch (IOException e) {
            LOG.error("The checkpoints outside the database cannot be read: {}", directory, e);
            return Optional.empty();
        }
    }
}
