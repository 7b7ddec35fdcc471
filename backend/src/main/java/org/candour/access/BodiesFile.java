package org.candour.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/**
 * Reads {@code forces.yml} node by node, because a fault must be reported with its line. The dates are checked and decide
 * nothing: a body stays known, and a force stays a force, after it has ended, because its people and its cases remain.
 */
final class BodiesFile {
    private static final Set<String> REQUIRED = Set.of("id", "name", "kind", "source", "verified", "effective-from");
    private static final Set<String> OPTIONAL = Set.of("aliases", "effective-to");

    private final Path file;
    private final Map<String, BodyId> names = new HashMap<>();
    private final Set<BodyId> ids = new HashSet<>();

    private BodiesFile(Path file) {
        this.file = file;
    }

    /**
     * Reads all bodies.
     *
     * @throws RuleFileRejected if the file is missing or anything in it is not as it should be
     */
    static List<Body> read(Path file) {
        return new BodiesFile(file).read();
    }

    private List<Body> read() {
        var bodies = new ArrayList<Body>();
        if (!(root() instanceof MappingNode root)
                || root.getValue().size() != 1
                || !"bodies".equals(text(root.getValue().get(0).getKeyNode()))
                || !(root.getValue().get(0).getValueNode() instanceof SequenceNode list)) {
            throw new RuleFileRejected(file, 1, "the file must hold one list, called bodies");
        }
        for (var node : list.getValue()) {
            bodies.add(body(node));
        }
        return bodies;
    }

    private @Nullable Node root() {
        try (var reader = Files.newBufferedReader(file)) {
            return new Yaml(new LoaderOptions()).compose(reader);
        } catch (MarkedYAMLException malformed) {
            throw rejected(malformed.getProblemMark().getLine(), malformed.getProblem());
        } catch (IOException unreadable) {
            throw new RuleFileRejected(file, "the file cannot be read");
        } catch (YAMLException malformed) {
            // Bytes that are no UTF-8, control characters, nesting without end: the parser names no line.
            throw new RuleFileRejected(file, "the file is no YAML text");
        }
    }

    private Body body(Node node) {
        var fields = fields(node);
        var id = required(fields, "id");
        var named = required(fields, "name");
        var aliases = aliases(fields.get("aliases"));
        var body = new Body(
                id(id),
                text(named),
                kind(required(fields, "kind")),
                aliases.stream().map(this::text).toList());
        if (!ids.add(body.id())) {
            throw rejected(id, "another body has this id");
        }
        claim(id, body);
        claim(named, body);
        aliases.forEach(alias -> claim(alias, body));
        checkOrigin(fields);
        return body;
    }

    /** The required fields are there, or {@link #fields} has thrown. */
    private static Node required(Map<String, Node> fields, String name) {
        return Objects.requireNonNull(fields.get(name));
    }

    private void checkOrigin(Map<String, Node> fields) {
        text(required(fields, "source"));
        var verified = required(fields, "verified");
        if (!Set.of("true", "false").contains(text(verified))) {
            throw rejected(verified, "verified is true or false");
        }
        var from = date(required(fields, "effective-from"));
        var to = fields.get("effective-to");
        if (to != null && date(to).isBefore(from)) {
            throw rejected(to, "effective-to is before effective-from");
        }
    }

    private Map<String, Node> fields(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw rejected(node, "a body is a list of fields");
        }
        var fields = new HashMap<String, Node>();
        for (var tuple : mapping.getValue()) {
            var key = text(tuple.getKeyNode());
            if (!REQUIRED.contains(key) && !OPTIONAL.contains(key)) {
                throw rejected(tuple.getKeyNode(), "unknown field " + key);
            }
            if (fields.put(key, tuple.getValueNode()) != null) {
                throw rejected(tuple.getKeyNode(), "field " + key + " stands twice");
            }
        }
        REQUIRED.stream()
                .filter(key -> !fields.containsKey(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw rejected(node, "field " + key + " is missing");
                });
        return fields;
    }

    private BodyId id(Node node) {
        try {
            return BodyId.of(text(node));
        } catch (IllegalArgumentException invalid) {
            throw rejected(node, "id: lower-case letters, digits and hyphens, at most 64");
        }
    }

    private Body.Kind kind(Node node) {
        try {
            return Body.Kind.valueOf(text(node));
        } catch (IllegalArgumentException invalid) {
            throw rejected(node, "kind must be one of " + List.of(Body.Kind.values()));
        }
    }

    private List<Node> aliases(@Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            throw rejected(node, "aliases must be a list");
        }
        return list.getValue();
    }

    private LocalDate date(Node node) {
        try {
            return LocalDate.parse(text(node));
        } catch (DateTimeParseException invalid) {
            throw rejected(node, "a date is written 2026-11-22");
        }
    }

    private void claim(Node name, Body body) {
        var key = Bodies.key(text(name));
        if (key.isEmpty() || key.equals(Bodies.UNKNOWN)) {
            throw rejected(name, "nobody can be recognised by this name: " + text(name));
        }
        var owner = names.put(key, body.id());
        if (owner != null && !owner.equals(body.id())) {
            throw rejected(name, "another body has this id, name or alias: " + text(name));
        }
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw rejected(node, "some text must stand here");
    }

    private RuleFileRejected rejected(Node node, String reason) {
        return rejected(node.getStartMark().getLine(), reason);
    }

    private RuleFileRejected rejected(int zeroBasedLine, String reason) {
        return new RuleFileRejected(file, zeroBasedLine + 1, reason);
    }
}
