package org.candour.vault;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All wraps of one object's data keys: the document whose deletion makes the object unreadable for ever. */
record ObjectKeys(UUID object, List<WrappedKeys> recipients) {
    Optional<WrappedKeys> to(Recipient recipient) {
        return recipients.stream().filter(keys -> keys.recipient() == recipient).findFirst();
    }
}
