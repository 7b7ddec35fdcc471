package org.candour.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.candour.ledger.keys.NewFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory that files are added to: best a disk that forgets nothing. */
final class WriteOnceDirectory implements WriteOnce {
    private static final Logger LOG = LoggerFactory.getLogger(WriteOnceDirectory.class);
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Path directory;

    WriteOnceDirectory(Path directory) {
        this.directory = directory;
    }

    @Override
    public void put(String name, String text) throws IOException {
        var file = directory.resolve(name);
        if (Files.exists(file)) {
            return;
        }
        try {
            NewFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(file)) {
                throw e; // something else is where a directory should be
            }
            LOG.debug("Another instance was first", e);
        }
    }

    @Override
    public Optional<String> get(String name) throws IOException {
        var file = directory.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    @Override
    public List<String> numbersAfter(String name, int limit) throws IOException {
        return numbers().stream()
                .filter(number -> number.compareTo(name) > 0)
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<String> lastNumber() throws IOException {
        return numbers().stream().max(Comparator.naturalOrder());
    }

    private List<String> numbers() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> NUMBER.matcher(name).matches())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of(); // nothing was kept yet
        }
    }
}
