package org.candour.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One node of a rule file (YAML). Whatever is wrong with it is reported with file, line and reason. */
public final class RuleNode {
    private final Path file;
    private final Node node;

    private RuleNode(Path file, Node node) {
        this.file = file;
        this.node = node;
    }

    /**
     * Reads a file that holds one list and nothing else.
     *
     * @param name what the list is called there
     * @throws RuleFileRejected if the file cannot be read, or is something else
     */
    public static List<RuleNode> list(Path file, String name) {
        if (!(compose(file) instanceof MappingNode root)
                || root.getValue().size() != 1
                || !(root.getValue().get(0).getKeyNode() instanceof ScalarNode key)
                || !name.equals(key.getValue())
                || !(root.getValue().get(0).getValueNode() instanceof SequenceNode list)) {
            throw new RuleFileRejected(file, 1, "the file must hold one list, called " + name);
        }
        return list.getValue().stream().map(item -> new RuleNode(file, item)).toList();
    }

    private static @Nullable Node compose(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return new Yaml(new LoaderOptions()).compose(reader);
        } catch (MarkedYAMLException malformed) {
            throw new RuleFileRejected(file, malformed.getProblemMark().getLine() + 1, malformed.getProblem());
        } catch (IOException unreadable) {
            throw new RuleFileRejected(file, "the file cannot be read");
        } catch (YAMLException malformed) {
            // Bytes that are no UTF-8, control characters, nesting without end: the parser names no line.
            throw new RuleFileRejected(file, "the file is no YAML text");
        }
    }

    /**
     * Its fields.
     *
     * @param what what a node of this kind is called in a refusal
     * @throws RuleFileRejected if it has none, lacks a required one, or has one that is unknown or stands twice
     */
    public RuleFields fields(String what, Set<String> required, Set<String> optional) {
        if (!(node instanceof MappingNode mapping)) {
            throw rejected(what + " is a list of fields");
        }
        var fields = new LinkedHashMap<String, RuleNode>();
        for (var tuple : mapping.getValue()) {
            var named = new RuleNode(file, tuple.getKeyNode());
            var key = named.text();
            if (!required.contains(key) && !optional.contains(key)) {
                throw named.rejected("unknown field " + key);
            }
            if (fields.put(key, new RuleNode(file, tuple.getValueNode())) != null) {
                throw named.rejected("field " + key + " stands twice");
            }
        }
        required.stream()
                .filter(key -> !fields.containsKey(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw rejected("field " + key + " is missing");
                });
        return new RuleFields(this, fields);
    }

    /** Whether it has fields, rather than being a word or a list. */
    public boolean hasFields() {
        return node instanceof MappingNode;
    }

    /**
     * Its items.
     *
     * @param what what a list of this kind is called in a refusal
     */
    public List<RuleNode> items(String what) {
        if (!(node instanceof SequenceNode list)) {
            throw rejected(what + " must be a list");
        }
        return list.getValue().stream().map(item -> new RuleNode(file, item)).toList();
    }

    /** Its text, which is not empty. */
    public String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw rejected("some text must stand here");
    }

    /** The day that it names, as in 2026-11-22. */
    public LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeParseException invalid) {
            throw rejected("a date is written 2026-11-22");
        }
    }

    /**
     * The constant that it names.
     *
     * @param what what a node of this kind is called in a refusal
     */
    public <E extends Enum<E>> E oneOf(Class<E> constants, String what) {
        var text = text();
        return Arrays.stream(constants.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> rejected(what + " must be one of " + Arrays.toString(constants.getEnumConstants())));
    }

    /**
     * The whole number that it names.
     *
     * @param what what a node of this kind is called in a refusal
     */
    public int number(int from, int to, String what) {
        try {
            var number = Integer.parseInt(text());
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException invalid) {
            // refused like a number out of range
        }
        throw rejected(what + " must be a whole number from " + from + " to " + to);
    }

    /**
     * Whether it says true.
     *
     * @param what what a node of this kind is called in a refusal
     */
    public boolean truth(String what) {
        if (!Set.of("true", "false").contains(text())) {
            throw rejected(what + " is true or false");
        }
        return text().equals("true");
    }

    /** A refusal of this node, to be thrown. */
    public RuleFileRejected rejected(String reason) {
        return new RuleFileRejected(file, node.getStartMark().getLine() + 1, reason);
    }
}
