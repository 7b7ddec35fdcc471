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
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code forces.yml} node by node, because a fault must be reported with its line. */
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
            throw new RuleFileRejected(file, 0, "the file cannot be read");
        }
    }

    private Body body(Node node) {
        var fields = fields(node);
        var id = Objects.requireNonNull(fields.get("id")); // the required ones are there, or fields() has thrown
        var named = Objects.requireNonNull(fields.get("name"));
        var kind = Objects.requireNonNull(fields.get("kind"));
        var aliases = fields.getOrDefault("aliases", named);
        var body = new Body(id(id), text(named), kind(kind), aliases(fields.get("aliases")));
        date(fields.get("effective-from"));
        date(fields.get("effective-to"));
        if (!ids.add(body.id())) {
            throw rejected(id, "another body has this id");
        }
        claim(body.id().value(), body, id);
        claim(body.name(), body, named);
        body.aliases().forEach(alias -> claim(alias, body, aliases));
        return body;
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

    private List<String> aliases(@Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            throw rejected(node, "aliases must be a list");
        }
        return list.getValue().stream().map(this::text).toList();
    }

    private void date(@Nullable Node node) {
        try {
            if (node != null) {
                LocalDate.parse(text(node));
            }
        } catch (DateTimeParseException invalid) {
            throw rejected(node, "a date is written 2026-11-22");
        }
    }

    private void claim(String name, Body body, Node where) {
        var owner = names.put(Bodies.key(name), body.id());
        if (owner != null && !owner.equals(body.id())) {
            throw rejected(where, "another body has this id, name or alias: " + name);
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
