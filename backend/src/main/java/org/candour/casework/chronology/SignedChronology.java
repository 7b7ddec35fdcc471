package org.candour.casework.chronology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A chronology as it is handed out: as JSON and as PDF, with a note by which anybody can check both. */
public final class SignedChronology {
    static final String JSON = "chronology.json";
    static final String PDF = "chronology.pdf";
    static final String NOTE = "chronology.note";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Instant at;

    SignedChronology(byte[] json, byte[] pdf, String note, long committed, Instant at) {
        this.at = at;
        files.put(JSON, json);
        files.put(PDF, pdf);
        files.put(NOTE, note.getBytes(StandardCharsets.UTF_8));
        files.put("how-to-check.txt", howToCheck(committed).getBytes(StandardCharsets.UTF_8));
    }

    private static String howToCheck(long committed) {
        return """
                chronology.json and chronology.pdf say the same. chronology.note is signed with the key of the ledger, which is
                published at /api/ledger/verifier-key. To check all three without asking us:

                  java -jar candour-verifier.jar verify files --key verifier-key.txt --note chronology.note --directory .

                Ledger entry %d commits to the text of the note, up to and with the line break before the empty line: its
                commitment is the SHA-256 of that text.
                """.formatted(committed);
    }

    /** All files, as one archive. */
    public byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An archive is made in memory", e);
        }
        return bytes.toByteArray();
    }

    /** Its files by name. */
    Map<String, byte[]> files() {
        return Map.copyOf(files);
    }
}
