package org.candour.access;

import java.util.List;

/**
 * An organisation that Candour knows.
 *
 * @param id its short name
 * @param name its name in full
 * @param kind what sort of organisation it is
 * @param aliases other names people write for it
 */
public record Body(BodyId id, String name, Kind kind, List<String> aliases) {
    /** What sort of organisation a body is. */
    public enum Kind {
        /** A police force: where its own officer is accused, none of its people may come near. */
        FORCE,
        /** Investigates the police and is no force (IOPC). */
        INDEPENDENT,
        /** Supports victims. */
        SUPPORT,
        /** A victims' commissioner's office. */
        COMMISSIONER
    }
}
