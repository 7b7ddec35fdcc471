package org.candour.vault;

import java.util.UUID;
import org.candour.ledger.Compartment;

/**
 * A place for a sealed file. All of it is bound into the ciphertext, so it opens nowhere else.
 *
 * @param name what kind of file it is, such as the original or a preview
 * @param file the file's id, never used for another file of the object
 * @param schema the version of what the bytes mean to whoever reads them, from 1
 */
public record FileField(Compartment compartment, String name, UUID file, int schema) {}
