package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.candour.ledger.TestReceipts.receipt;

import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.types.Binary;
import org.candour.ledger.Compartment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCacheTests {
    @TempDir
    Path directory;

    private final UUID caseId = UUID.randomUUID();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private TestVault test;
    private Vault vault;
    private KeyCache cache;
    private Sealed<Secret> sealed;

    @BeforeEach
    void start() {
        test = TestVault.withKeys(directory);
        vault = test.vault();
        cache = test.room().cache();
        cache.measure(metrics);
        try (var sealing = test.sealer().create(caseId, TestVault.CASE)) {
            sealed = sealing.seal(Secret.ACCOUNT, Secret.ONE);
        }
    }

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void aSecondOpeningDecapsulatesNothing() {
        read();
        read();

        assertThat(cache.kept()).hasSize(1);
        assertThat(gets("miss")).isEqualTo(1);
        assertThat(gets("hit")).isEqualTo(1);
    }

    @Test
    void theMetricsNameNoObject() {
        read();

        assertThat(metrics.getMeters())
                .isNotEmpty()
                .allSatisfy(meter -> assertThat(meter.getId().toString()).doesNotContain(caseId.toString()));
        assertThat(metrics.getMeters())
                .flatExtracting(meter -> meter.getId().getTags())
                .extracting("key")
                .containsOnly("cache", "result");
    }

    @Test
    void whatAnotherInstanceErasedDoesNotOpenThoughItIsCached() {
        read();

        test.keys().deleteMany(Filters.empty());

        assertThat(cache.kept()).hasSize(1);
        assertThatThrownBy(this::read).isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void wrapsThatWereChangedDoNotOpenThoughTheyAreCached() {
        read();
        var document = test.keys().find().first();
        var recipients = document.getList("recipients", Document.class);
        recipients
                .get(0)
                .getList("dataKeys", Document.class)
                .forEach(key -> key.put("wrapped", new Binary(new byte[60])));
        test.keys().replaceOne(Filters.empty(), document);

        assertThatThrownBy(this::read).isInstanceOf(EnvelopeRejected.class);
    }

    @Test
    void aCompartmentTheReceiptDoesNotNameStaysShutThoughTheKeyIsCached() {
        read();

        try (var opening = vault.open(receipt(caseId, Compartment.WORK), Recipient.CASE_SERVICE)) {
            assertThatThrownBy(() -> opening.read(Secret.ACCOUNT, sealed)).isInstanceOf(NotCovered.class);
        }
        assertThatThrownBy(() -> vault.open(receipt(caseId, Compartment.REDACTED_COPY), Recipient.DISCLOSURE))
                .isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void anEvictedKeyIsWipedAndOthersStay() {
        read();
        var kept = List.copyOf(cache.kept());
        var other = UUID.randomUUID();
        test.sealer().create(other, TestVault.CASE).close();
        vault.open(receipt(other, Compartment.WORK), Recipient.CASE_SERVICE).close();

        cache.evict(caseId);

        assertThat(kept)
                .singleElement()
                .satisfies(key -> assertThat(key.isDestroyed()).isTrue());
        assertThat(cache.kept())
                .singleElement()
                .satisfies(key -> assertThat(key.isDestroyed()).isFalse());
        read(); // its keys are stored still
    }

    @Test
    void withoutTheKeyStoreNothingIsKept() throws IOException {
        read();
        var kept = List.copyOf(cache.kept());

        Files.move(directory.resolve(FileRootKey.FILE), directory.resolve("elsewhere"));

        assertThatThrownBy(this::read).isInstanceOf(KeyUnavailable.class);
        assertThat(cache.kept()).isEmpty();
        assertThat(kept).allMatch(WipedKey::isDestroyed);
        Files.move(directory.resolve("elsewhere"), directory.resolve(FileRootKey.FILE));
    }

    @Test
    void whatIsOpenStaysOpenWhenItsKeyIsEvicted() {
        try (var opening = vault.open(receipt(caseId, Compartment.ACCOUNT), Recipient.CASE_SERVICE)) {
            cache.clear();

            assertThat(opening.read(Secret.ACCOUNT, sealed)).isEqualTo(Secret.ONE);
        }
    }

    @Test
    void keysAreWipedWhenTheirTimeIsOver() {
        var nanos = new AtomicLong();
        var timed = new KeyCache(Duration.ofMinutes(2), 10, nanos::get);
        key(timed, caseId).close();
        var kept = List.copyOf(timed.kept());
        nanos.set(TimeUnit.MINUTES.toNanos(1));
        key(timed, caseId).close();
        assertThat(timed.kept()).hasSize(1);

        nanos.set(TimeUnit.MINUTES.toNanos(2) + 1); // from the decapsulation, not from the last use

        assertThat(timed.kept()).isEmpty();
        assertThat(kept)
                .singleElement()
                .satisfies(key -> assertThat(key.isDestroyed()).isTrue());
    }

    @Test
    void noMoreAreKeptThanItsSize() {
        var small = new KeyCache(Duration.ofMinutes(2), 2);
        var none = new KeyCache(Duration.ofMinutes(2), 0);
        for (var object = 0; object < 5; object++) {
            var id = UUID.randomUUID();
            test.sealer().create(id, TestVault.CASE).close();
            key(small, id).close();
            key(none, id).close();
        }

        assertThat(small.kept()).hasSizeLessThanOrEqualTo(2);
        assertThat(none.kept()).isEmpty();
    }

    @Test
    void readersNeverSeeAKeyThatIsBeingWiped() throws Exception {
        var isDone = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(4);
        try {
            var evicting = threads.submit(() -> {
                while (!isDone.get()) {
                    cache.evict(caseId);
                }
            });
            var readers = new ArrayList<Callable<Object>>();
            for (var reader = 0; reader < 3; reader++) {
                readers.add(() -> {
                    for (var reading = 0; reading < 100; reading++) {
                        read();
                    }
                    return isDone;
                });
            }
            for (var reader : threads.invokeAll(readers)) {
                reader.get();
            }
            isDone.set(true);
            evicting.get();
        } finally {
            isDone.set(true);
            threads.shutdownNow();
        }
    }

    private void read() {
        try (var opening = vault.open(receipt(caseId, Compartment.ACCOUNT), Recipient.CASE_SERVICE)) {
            assertThat(opening.read(Secret.ACCOUNT, sealed)).isEqualTo(Secret.ONE);
        }
    }

    private WipedKey key(KeyCache cache, UUID object) {
        var wrapped = test.documents
                .find(object)
                .orElseThrow()
                .to(Recipient.CASE_SERVICE)
                .orElseThrow();
        var by = test.room().keys().privateKey(Recipient.CASE_SERVICE, wrapped.recipientKeyId());
        return cache.keyEncryptionKey(wrapped, object, by);
    }

    private double gets(String result) {
        return metrics.get("cache.gets").tag("result", result).functionCounter().count();
    }
}
