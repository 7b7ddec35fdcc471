package org.candour.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Somebody other than the victim and the accused whom the account may name.
 *
 * @param relation who they are to the victim or the case
 * @param name their name
 */
public record NamedPerson(
        @NotNull Relation relation,
        @NotBlank @Size(max = 200) String name) {
    /** Who they are to the victim or the case. */
    public enum Relation {
        CHILD,
        RELATIVE,
        WITNESS,
        OTHER
    }

    @Override
    public String toString() {
        return "NamedPerson[hidden]";
    }
}
