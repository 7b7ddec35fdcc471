package org.candour.ledger.proof;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file that a signed statement names, by a line {@code sha256 name digest}: the digest in 64 lower-case hexadecimal digits.
 *
 * @param name letters, digits, hyphens and points, and no path
 * @param sha256 of its bytes, in hexadecimal
 */
public record StatedFile(String name, String sha256) {
    private static final Pattern LINE = Pattern.compile("sha256 ([a-z0-9][a-z0-9-]*(?:\\.[a-z0-9]+)*) ([0-9a-f]{64})");

    /**
     * The files that the text of a statement names.
     *
     * @throws ProofRejected if there is none, a line that should name one does not, or one is named twice
     */
    public static List<StatedFile> in(String text) throws ProofRejected {
        var files = new ArrayList<StatedFile>();
        for (var line : text.lines().filter(any -> any.startsWith("sha256 ")).toList()) {
            var parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new ProofRejected("A line of the statement does not name a file and its SHA-256");
            }
            var name = parts.group(1);
            if (files.stream().anyMatch(file -> file.name.equals(name))) {
                throw new ProofRejected("The statement names a file twice: " + name);
            }
            files.add(new StatedFile(name, parts.group(2)));
        }
        if (files.isEmpty()) {
            throw new ProofRejected("The statement names no file");
        }
        return files;
    }

    /**
     * Checks the bytes of the file.
     *
     * @throws ProofRejected unless these are the bytes that were signed
     */
    public void check(byte[] bytes) throws ProofRejected {
        if (!HexFormat.of().formatHex(Hash.sha256().digest(bytes)).equals(sha256)) {
            throw new ProofRejected("Not the file that was signed: " + name);
        }
    }
}
