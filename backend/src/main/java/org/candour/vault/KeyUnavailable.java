package org.candour.vault;

import org.candour.ledger.Unavailable;

/** A key that is needed is not there (keystore gone, key destroyed or retired), so nothing opens. */
public final class KeyUnavailable extends Unavailable {
    KeyUnavailable(String message) {
        super(message);
    }

    KeyUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
