package org.candour.vault;

import java.util.UUID;
import org.candour.ledger.Compartment;

/** Where one sealed value belongs. */
record Place(UUID object, Compartment compartment, String name, int schema) {
    static Place of(UUID object, Field<?> field) {
        return new Place(object, field.compartment(), field.name(), field.schema());
    }
}
