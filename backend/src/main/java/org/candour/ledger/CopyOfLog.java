package org.candour.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.candour.ledger.proof.EntryBundle;
import org.candour.ledger.proof.Hash;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.RootBuilder;

/** Entry bundles in a directory, as tlog-tiles names them, read one after the other. */
final class CopyOfLog {
    private final Path directory;
    private final RootBuilder read = new RootBuilder();
    private List<byte[]> bundle = List.of();
    private int next;

    CopyOfLog(Path directory) {
        this.directory = directory;
    }

    /**
     * The root over the first {@code size} entries; not to be asked for less than before.
     *
     * @throws ProofRejected if a bundle is missing or malformed
     */
    Hash rootAt(long size) throws IOException, ProofRejected {
        while (read.size() < size) {
            if (next == bundle.size()) {
                open(read.size());
            }
            var unused = read.add(bundle.get(next++));
        }
        return read.root();
    }

    /** How many entries of the last bundle come after those. */
    int unread() {
        return bundle.size() - next;
    }

    private void open(long index) throws IOException, ProofRejected {
        long number = index / EntryBundle.WIDTH;
        if (index % EntryBundle.WIDTH != 0) {
            throw new ProofRejected("Bundle " + number + " ends before entry " + index + ", which was signed");
        }
        var file = directory.resolve(EntryBundle.path(number));
        if (!Files.exists(file)) {
            throw new ProofRejected("Bundle " + number + " is missing: it holds entry " + index + ", which was signed");
        }
        try {
            bundle = EntryBundle.decode(Files.readAllBytes(file));
        } catch (ProofRejected e) {
            throw new ProofRejected("Bundle " + number + ": " + e.getMessage(), e);
        }
        if (bundle.isEmpty()) {
            throw new ProofRejected("Bundle " + number + " is empty");
        }
        next = 0;
    }
}
