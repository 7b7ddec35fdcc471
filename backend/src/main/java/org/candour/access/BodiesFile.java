package org.candour.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code forces.yml}. The dates are checked and decide nothing: a body stays known, and a force stays a force, after it
 * has ended, because its people and its cases remain.
 */
final class BodiesFile {
    private static final Set<String> REQUIRED = Set.of("id", "name", "kind", "source", "verified", "effective-from");
    private static final Set<String> OPTIONAL = Set.of("aliases", "effective-to");

    private final Map<String, BodyId> names = new HashMap<>();
    private final Set<BodyId> ids = new HashSet<>();

    private BodiesFile() {}

    /**
     * Reads all bodies.
     *
     * @throws RuleFileRejected if the file is missing or anything in it is not as it should be
     */
    static List<Body> read(Path file) {
        var reading = new BodiesFile();
        var bodies = new ArrayList<Body>();
        for (var node : RuleNode.list(file, "bodies")) {
            bodies.add(reading.body(node));
        }
        return bodies;
    }

    private Body body(RuleNode node) {
        var fields = node.fields("a body", REQUIRED, OPTIONAL);
        var id = fields.required("id");
        var named = fields.required("name");
        var aliases =
                fields.optional("aliases").map(list -> list.items("aliases")).orElse(List.of());
        var body = new Body(
                id(id),
                named.text(),
                fields.required("kind").oneOf(Body.Kind.class, "kind"),
                aliases.stream().map(RuleNode::text).toList());
        if (!ids.add(body.id())) {
            throw id.rejected("another body has this id");
        }
        claim(id, body);
        claim(named, body);
        aliases.forEach(alias -> claim(alias, body));
        fields.origin();
        return body;
    }

    private static BodyId id(RuleNode node) {
        try {
            return BodyId.of(node.text());
        } catch (IllegalArgumentException invalid) {
            throw node.rejected("id: lower-case letters, digits and hyphens, at most 64");
        }
    }

    private void claim(RuleNode name, Body body) {
        var key = Bodies.key(name.text());
        if (key.isEmpty() || key.equals(Bodies.UNKNOWN)) {
            throw name.rejected("nobody can be recognised by this name: " + name.text());
        }
        var owner = names.put(key, body.id());
        if (owner != null && !owner.equals(body.id())) {
            throw name.rejected("another body has this id, name or alias: " + name.text());
        }
    }
}
