package org.candour.keycloak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The part of a log that tells a person why a process failed. */
final class LogTail {
    private static final int LINES = 12;
    private static final Pattern STACK_FRAME = Pattern.compile("^\\s+at |^\\s*\\.\\.\\. \\d+ more");
    private static final Pattern NOISE = Pattern.compile("SRHCK01001|HHH\\d+: ");

    private LogTail() {}

    /** The last meaningful lines, those that name an error first in line, and the log's path. */
    static String of(Path log) {
        return String.join("\n  ", "Its log " + log + " ends with:", String.join("\n  ", lastLines(log)));
    }

    private static List<String> lastLines(Path log) {
        var meaningful = read(log).stream()
                .filter(line -> !line.isBlank())
                .filter(line -> !STACK_FRAME.matcher(line).find())
                .filter(line -> !NOISE.matcher(line).find())
                .toList();
        var errors = meaningful.stream().filter(LogTail::isError).toList();
        var chosen = errors.isEmpty() ? meaningful : errors;
        return chosen.subList(Math.max(0, chosen.size() - LINES), chosen.size());
    }

    private static boolean isError(String line) {
        var upper = line.toUpperCase(Locale.ROOT);
        return upper.contains("ERROR") || upper.contains("CAUSED BY") || upper.contains("EXCEPTION");
    }

    private static List<String> read(Path log) {
        try {
            // A log may hold anything; a byte that is no UTF-8 must not hide the reason.
            return Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException e) {
            return List.of("(the log cannot be read: " + e.getMessage() + ")");
        }
    }
}
