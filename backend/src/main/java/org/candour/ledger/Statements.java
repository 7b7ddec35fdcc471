package org.candour.ledger;

import java.util.List;
import java.util.regex.Pattern;

/** Signs what the log's key may sign beside checkpoints, and keeps the two apart: whoever trusts the key trusts it for both. */
final class Statements {
    private static final int MAX_LINES = 100;
    private static final int MAX_LINE = 10_000;
    /** Wider than what we read as a checkpoint, for other readers may be laxer. */
    private static final Pattern SIZE = Pattern.compile("\\s*[+-]?[0-9]+\\s*");

    private static final Pattern ROOT = Pattern.compile("\\s*[A-Za-z0-9+/_-]{43}=?\\s*");

    private final LogKey key;

    Statements(LogKey key) {
        this.key = key;
    }

    String sign(List<String> lines) {
        var signer = key.signer();
        requireReadable(lines);
        requireNoCheckpoint(lines, signer.verifierKey().name());
        return signer.sign(String.join("\n", lines) + "\n");
    }

    private static void requireReadable(List<String> lines) {
        if (lines.isEmpty() || lines.size() > MAX_LINES || lines.get(0).isBlank()) {
            throw new IllegalArgumentException("A statement has 1 to 100 lines, and its first says what it is");
        }
        if (lines.stream()
                .anyMatch(line -> line.length() > MAX_LINE || line.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException("A line of a statement is too long or holds a control character");
        }
    }

    private static void requireNoCheckpoint(List<String> lines, String origin) {
        if (lines.get(0).strip().equals(origin)) {
            throw new IllegalArgumentException("A statement must not begin as a checkpoint of this log does");
        }
        if (lines.size() >= 3
                && SIZE.matcher(lines.get(1)).matches()
                && ROOT.matcher(lines.get(2)).matches()) {
            throw new IllegalArgumentException("A statement must not read as a checkpoint");
        }
    }
}
