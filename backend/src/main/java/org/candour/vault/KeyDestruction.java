package org.candour.vault;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes an object unreadable for ever by destroying its data keys. */
@Component
public class KeyDestruction {
    private final KeyDocuments documents;
    private final KeyDirectory directory;
    private final ErasedObjects erasedObjects;
    private final KeyCache cache;

    KeyDestruction(KeyRoom room, KeyDocuments documents) {
        this.documents = documents;
        this.directory = room.keyDirectory();
        this.erasedObjects = room.erasedObjects();
        this.cache = room.cache();
    }

    /**
     * Destroys the object's keys, and has the vault refuse the object from now on, even if its keys come back from a backup.
     * What was unwrapped before this call may be in use for as long as that use lasts. Doing it again changes nothing.
     *
     * @return the ids of the recipients' keys that must be retired before the object's wraps in older backups are worthless too
     * @throws KeyUnavailable if a part did not answer: what is done stays done, and the caller tries again
     */
    public List<String> destroy(UUID object) {
        erasedObjects.enter(object, directory.privateKeyIds());
        cache.evict(object);
        documents.destroy(object);
        return erasedObjects.privateKeyIdsAt(object);
    }
}
