package org.candour.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every place that root keys live in does alike. */
abstract class RootKeyContract {
    static final byte[] PLACE = "place".getBytes(UTF_8);
    static final byte[] SECRET = "thirty-two bytes of a private key".getBytes(UTF_8);

    @TempDir
    Path directory;

    /** A provider as a process of its own would have it. */
    abstract RootKeyProvider provider(String passphrase);

    abstract String passphrase();

    RootKeyProvider provider() {
        return provider(passphrase());
    }

    @Test
    void whatOneProcessWrapsAnotherUnwraps() {
        byte[] wrapped;
        try (var made = provider().create()) {
            assertThat(made.rootKeyIds()).hasSize(1);
            wrapped = made.wrap(PLACE, SECRET);
        }

        try (var unlocked = provider().unlock()) {
            assertThat(unlocked.unwrap(unlocked.rootKeyId().orElseThrow(), PLACE, wrapped))
                    .isEqualTo(SECRET);
            assertThat(unlocked.wrap(PLACE, SECRET)).isNotEqualTo(wrapped);
        }
    }

    @Test
    void anyChangedBitAndAnyOtherPlaceIsRefused() {
        try (var unlocked = provider().create()) {
            var id = unlocked.rootKeyId().orElseThrow();
            var wrapped = unlocked.wrap(PLACE, SECRET);

            for (var at = 0; at < wrapped.length; at++) {
                var changed = wrapped.clone();
                changed[at] ^= 1;
                assertThatThrownBy(() -> unlocked.unwrap(id, PLACE, changed)).isInstanceOf(KeyUnavailable.class);
            }
            assertThatThrownBy(() -> unlocked.unwrap(id, SECRET, wrapped)).isInstanceOf(KeyUnavailable.class);
            assertThatThrownBy(() -> unlocked.unwrap(id, PLACE, new byte[5])).isInstanceOf(KeyUnavailable.class);
            assertThatThrownBy(() -> unlocked.unwrap("root-99", PLACE, wrapped)).isInstanceOf(KeyUnavailable.class);
        }
    }

    @Test
    void blindKeysStayTheSameThroughARotation() {
        var provider = provider();
        byte[] before;
        try (var made = provider.create();
                var key = made.blindKey(BlindField.ACTOR).orElseThrow()) {
            before = key.getEncoded();
        }

        var old = idOf(provider);
        var fresh = provider.addRootKey();
        provider.retireRootKey(old);

        assertThat(idOf(provider())).isEqualTo(fresh).isNotEqualTo(old);
        try (var unlocked = provider().unlock();
                var key = unlocked.blindKey(BlindField.ACTOR).orElseThrow()) {
            assertThat(key.getEncoded()).isEqualTo(before);
            assertThat(unlocked.rootKeyIds()).containsExactly(fresh);
        }
    }

    @Test
    void anOldRootKeyUnwrapsUntilItIsRetiredAndNeverAfter() {
        var provider = provider();
        byte[] wrapped;
        try (var made = provider.create()) {
            wrapped = made.wrap(PLACE, SECRET);
        }
        var old = idOf(provider);
        provider.addRootKey();

        try (var unlocked = provider().unlock()) {
            assertThat(unlocked.unwrap(old, PLACE, wrapped)).isEqualTo(SECRET);
        }
        provider.retireRootKey(old);
        provider.retireRootKey(old);
        try (var unlocked = provider().unlock()) {
            assertThatThrownBy(() -> unlocked.unwrap(old, PLACE, wrapped)).isInstanceOf(KeyUnavailable.class);
            assertThat(unlocked.madeAt(unlocked.rootKeyId().orElseThrow())).isPresent();
        }
    }

    @Test
    void theNewestIsNeverRetired() {
        var provider = provider();
        provider.create().close();
        var only = idOf(provider);

        assertThatThrownBy(() -> provider.retireRootKey(only)).isInstanceOf(KeyUnavailable.class);
        assertThat(idOf(provider())).isEqualTo(only);
    }

    @Test
    void aWrongPassphraseUnlocksNothing() {
        provider().create().close();
        forget();

        var wrong = provider("quite another one");

        assertThatThrownBy(wrong::unlock).isInstanceOf(KeyUnavailable.class);
        assertThatThrownBy(wrong::addRootKey).isInstanceOf(KeyUnavailable.class);
        forget();
        assertThat(idOf(provider())).isNotEmpty();
    }

    @Test
    void withoutItsFileThereIsNoMarkAndNothingToUnlock() throws Exception {
        var provider = provider();
        provider.create().close();
        assertThat(provider.mark()).isPresent();

        Files.delete(directory.resolve(provider.file()));

        assertThat(provider.mark()).isEmpty();
        assertThatThrownBy(provider::unlock).isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void missingBlindKeysAreMadeOnce() {
        var provider = provider();
        provider.create().close();
        var mark = provider.mark();

        provider.addMissingBlindKeys();

        assertThat(provider.mark()).isEqualTo(mark);
    }

    /** Whatever this process remembers of having given the right passphrase. */
    void forget() {}

    static String idOf(RootKeyProvider provider) {
        try (var unlocked = provider.unlock()) {
            return unlocked.rootKeyId().orElseThrow();
        }
    }
}
