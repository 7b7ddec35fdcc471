package org.candour.vault;

import java.io.IOException;
import java.nio.file.Files;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * A node that runs intake alone (profile {@code intake}) seals, and must not be able to open: it does not start where its key
 * store holds a root key or anybody's private key, and takes in none later. It makes no keys either.
 */
@Component
@Profile("intake")
class SealingNode {
    /** @throws SealingNodeRefused if the key store opens something, or is not there */
    SealingNode(VaultSettings settings, KeyRoom room) {
        room.sealOnly();
        try (var files = Files.list(settings.directory())) {
            if (files.anyMatch(file -> file.toString().endsWith(KeyPairFiles.PRIVATE))) {
                throw new SealingNodeRefused("the directory of keys holds private halves", null);
            }
            room.keys();
        } catch (IOException e) {
            throw new SealingNodeRefused("the directory of keys cannot be read", e);
        } catch (KeyUnavailable e) {
            throw new SealingNodeRefused(String.valueOf(e.getMessage()), e);
        }
    }
}
