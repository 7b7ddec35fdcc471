package org.candour.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The table of {@code endpoint-matrix.txt}: which caller gets which status from which endpoint. */
final class EndpointMatrix {
    private static final String FILE = "endpoint-matrix.txt";

    private EndpointMatrix() {}

    static Map<String, Map<Caller, Integer>> expected() {
        var lines = lines();
        var columns = Arrays.stream(words(lines.get(0))).map(Caller::ofColumn).toList();
        return lines.stream()
                .skip(1)
                .collect(Collectors.toMap(
                        EndpointMatrix::endpoint,
                        line -> cells(line, columns),
                        (one, other) -> {
                            throw new IllegalArgumentException("A row stands twice in " + FILE);
                        },
                        LinkedHashMap::new));
    }

    /** The same table, drawn from what happened: for reading beside the file when they differ. */
    static String draw(Map<String, Map<Caller, Integer>> statuses) {
        var text = new StringBuilder(row("", List.of(Caller.values()), Caller::column));
        statuses.forEach((endpoint, cells) ->
                text.append(row(endpoint, List.of(Caller.values()), caller -> String.valueOf(cells.get(caller)))));
        return text.toString();
    }

    private static String row(String name, List<Caller> callers, java.util.function.Function<Caller, String> cell) {
        return "%-40s | ".formatted(name) + callers.stream().map(cell).collect(Collectors.joining(" ")) + "\n";
    }

    private static String endpoint(String line) {
        return line.substring(0, line.indexOf('|')).strip();
    }

    private static Map<Caller, Integer> cells(String line, List<Caller> columns) {
        var words = words(line);
        if (words.length != columns.size()) {
            throw new IllegalArgumentException("A row of " + FILE + " is too long or too short: " + endpoint(line));
        }
        var cells = new EnumMap<Caller, Integer>(Caller.class);
        for (int i = 0; i < words.length; i++) {
            cells.put(columns.get(i), Integer.parseInt(words[i]));
        }
        return cells;
    }

    private static String[] words(String line) {
        return line.substring(line.indexOf('|') + 1).strip().split(" +", -1);
    }

    private static List<String> lines() {
        try (var file = Objects.requireNonNull(EndpointMatrix.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
