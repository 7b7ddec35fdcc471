package org.candour.vault;

import org.candour.ledger.Compartment;

/**
 * A place for a sealed value. Compartment, name and schema are bound into the ciphertext, so it opens nowhere else.
 *
 * @param name unique within the compartment of one object
 * @param type a record that Jackson reads and writes
 * @param schema the version of {@code type}, from 1
 */
public record Field<T>(Compartment compartment, String name, Class<T> type, int schema) {
    /** The place of one item of a list, such as one note of many. */
    public Field<T> at(String item) {
        return new Field<>(compartment, name + "/" + item, type, schema);
    }
}
