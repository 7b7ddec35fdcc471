package org.candour.drills;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.RawBsonDocument;
import org.bson.UuidRepresentation;

/** Whether the store holds each report once, what it holds of reports that were cut off, and that no words lie anywhere. */
final class StoreAftermath {
    private static final int WINDOW_BYTES = 1 << 24;
    private static final int OVERLAP_BYTES = 1 << 10;

    private final Stored stored;
    private final Consumer<String> faults;

    StoreAftermath(Stored stored, Consumer<String> faults) {
        this.stored = stored;
        this.faults = faults;
    }

    /** What submissions that were cut off have left, which shows nowhere and opens nothing. */
    record Orphans(long keys, long accessRecords) {}

    /** There are these reports and no others, and each has its keys, its access record and, once told, its case file. */
    Orphans requireReports(Collection<Journal.Receipt> receipts) {
        var acknowledged = receipts.stream()
                .map(receipt -> UUID.fromString(receipt.caseId()))
                .collect(Collectors.toSet());
        var reports = ids("reports");
        var keys = ids("keys");
        var access = ids("case_access");
        require(reports.containsAll(acknowledged), "An acknowledged report is lost");
        require(acknowledged.containsAll(reports), "A report is there under a second id");
        require(acknowledged.size() == receipts.size(), "Two keys have one report");
        require(ids("cases").equals(reports), "Not one case file for each report");
        require(keys.containsAll(reports), "A report has lost its keys");
        require(access.containsAll(reports), "A report has lost its access record");
        return new Orphans(keys.size() - reports.size(), access.size() - reports.size());
    }

    private Set<UUID> ids(String collection) {
        var all = stored.of(collection);
        var ids = new HashSet<UUID>();
        all.forEach(document -> ids.add(id(document)));
        require(ids.size() == all.size(), "An id is there twice among the " + collection);
        return ids;
    }

    private static UUID id(RawBsonDocument document) {
        return document.getBinary("_id").asUuid(UuidRepresentation.STANDARD);
    }

    /** No words of anybody in any document or file; and what must be found is found, so that the search sees. */
    void requireNoWords(Path folder) throws IOException {
        var words = new Sweep(List.of(KillDrill.CANARY));
        stored.everything().forEach((name, documents) -> {
            var bytes = documents.stream()
                    .map(document -> document.getByteBuffer().asNIO())
                    .toList();
            requireNone(words, "collection " + name, joined(bytes));
        });
        require(
                !new Sweep(List.of("idempotencyToken"))
                        .findsIn(joined(stored.of("reports").stream()
                                .limit(1)
                                .map(document -> document.getByteBuffer().asNIO())
                                .toList()))
                        .isEmpty(),
                "The search for words sees nothing");
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("launch")))
                    .toList()) {
                requireNone(words, file);
            }
        }
    }

    private static byte[] joined(Collection<ByteBuffer> parts) {
        var all = ByteBuffer.allocate(
                parts.stream().mapToInt(ByteBuffer::remaining).sum());
        parts.forEach(all::put);
        return all.array();
    }

    private void requireNone(Sweep words, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var window = new byte[WINDOW_BYTES];
            int filled = 0;
            int read = in.readNBytes(window, 0, WINDOW_BYTES);
            while (read > 0) {
                filled += read;
                requireNone(words, "file " + file.getFileName(), Arrays.copyOf(window, filled));
                int kept = Math.min(OVERLAP_BYTES, filled);
                System.arraycopy(window, filled - kept, window, 0, kept);
                filled = kept;
                read = in.readNBytes(window, filled, WINDOW_BYTES - filled);
            }
        }
    }

    private void requireNone(Sweep words, String where, byte[] bytes) {
        require(words.findsIn(bytes).isEmpty(), "Words of a report or a note lie in the clear in " + where);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            faults.accept(otherwise);
        }
    }
}
