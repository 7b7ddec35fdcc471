package org.candour.vault;

import java.util.Optional;

/** Keys of which the newest takes over from those before it: what is rotated as one. */
public enum KeyFamily {
    /** The root keys, which wrap the recipients' private keys. */
    ROOT,
    /** The key pairs of {@link Recipient#CASE_SERVICE}. */
    CASE_SERVICE,
    /** The key pairs of {@link Recipient#LINKAGE}. */
    LINKAGE,
    /** The key pairs of {@link Recipient#DISCLOSURE}. */
    DISCLOSURE;

    /** Whose key pairs these are, empty for the root keys. */
    Optional<Recipient> recipient() {
        return switch (this) {
            case ROOT -> Optional.empty();
            case CASE_SERVICE -> Optional.of(Recipient.CASE_SERVICE);
            case LINKAGE -> Optional.of(Recipient.LINKAGE);
            case DISCLOSURE -> Optional.of(Recipient.DISCLOSURE);
        };
    }
}
