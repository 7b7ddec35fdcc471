package org.candour.disclosure;

import org.candour.ledger.Compartment;
import org.candour.vault.Field;

/** The sealed fields of a disclosure: its working belongs to the case, its copy to itself. */
final class DisclosureFields {
    static final Field<RedactedFile> COPY =
            new Field<>(Compartment.REDACTED_COPY, "disclosure.copy", RedactedFile.class, 1);

    private static final Field<Working> WORKING = new Field<>(Compartment.WORK, "disclosure.working", Working.class, 1);

    private DisclosureFields() {}

    static Field<Working> working(DisclosureId id) {
        return WORKING.at(id.toString());
    }
}
