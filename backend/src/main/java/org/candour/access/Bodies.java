package org.candour.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The organisations of {@code config/forces.yml}. */
@Component
public class Bodies {
    /** What people write for a force that they do not know: a value, and never the name of a body. */
    static final String UNKNOWN = "unknown";

    private final Map<BodyId, Body> byId = new LinkedHashMap<>();
    private final Map<String, Body> byName = new LinkedHashMap<>();

    Bodies(AccessSettings settings) {
        for (var body : BodiesFile.read(settings.forcesFile())) {
            byId.put(body.id(), body);
            byName.put(key(body.id().value()), body);
            byName.put(key(body.name()), body);
            body.aliases().forEach(alias -> byName.put(key(alias), body));
        }
    }

    /** All of them, in the order of the file. */
    public List<Body> all() {
        return List.copyOf(byId.values());
    }

    /** The body with this id. */
    public Optional<Body> find(BodyId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The body that somebody means who writes this: its id, name or an alias, in any case. */
    public Optional<Body> recognise(String written) {
        return Optional.ofNullable(byName.get(key(written)));
    }

    boolean mayBeForce(BodyId id) {
        return find(id).map(body -> body.kind() == Body.Kind.FORCE).orElse(true);
    }

    static String key(String written) {
        return written.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
