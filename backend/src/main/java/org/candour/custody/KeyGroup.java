package org.candour.custody;

import org.candour.vault.KeyFamily;

/** Keys that are rotated together; what {@code vault} calls a {@link KeyFamily}, for the rooms that do not know it. */
public enum KeyGroup {
    ROOT,
    CASE_SERVICE,
    LINKAGE,
    DISCLOSURE;

    KeyFamily family() {
        return KeyFamily.valueOf(name());
    }
}
