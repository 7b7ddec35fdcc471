package org.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.candour.ledger.Change.Phase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** What is loaded is what the ledger last said, or nothing is. */
class AggregatesTests {
    @TempDir
    Path directory;

    private final TestStore store = new TestStore();
    private TestLedger ledger;

    /** Stands for any aggregate. */
    @org.springframework.data.mongodb.core.mapping.Document("things")
    record Thing(
            @Id String id,
            String text,
            List<String> more,
            @Version @Nullable Long version) {
        Thing saying(String changed) {
            return new Thing(id, changed, more, version);
        }
    }

    /** Stands for one that somebody forgot to give a version. */
    record Unversioned(@Id String id) {}

    private final Thing first = new Thing(UUID.randomUUID().toString(), "first", List.of("b", "a"), null);

    @BeforeEach
    void start() {
        ledger = new TestLedger(directory, store.mongo, TestLedgers.CLOCK);
    }

    @AfterEach
    void stop() {
        ledger.close();
        store.close();
    }

    private Document raw() {
        return Objects.requireNonNull(store.mongo.findById(first.id(), Document.class, "things"));
    }

    private void putBack(Document document) {
        store.mongo.getCollection("things").replaceOne(new Document("_id", first.id()), document);
    }

    private void remove(String id) {
        store.mongo.getCollection("things").deleteOne(new Document("_id", id));
    }

    private String load() {
        return ledger.aggregates().find(Thing.class, first.id()).orElseThrow().text();
    }

    private void assertRefusedAndAlarmed() {
        assertThatExceptionOfType(StaleAggregate.class).isThrownBy(this::load);
        assertThat(ledger.alarms().raised()).containsOnlyKeys(Alarm.STALE_AGGREGATE);
        assertThat(ledger.alarms().raised().get(Alarm.STALE_AGGREGATE)).contains("things", first.id());
    }

    private List<Phase> phases() {
        return ledger.ledger().entries(0, 100).stream()
                .flatMap(recorded -> recorded.entry().change().stream())
                .map(Change::phase)
                .toList();
    }

    @Test
    void eachWriteIsOnTheLedgerBeforeAndAfter() {
        var saved = store.mongo.insert(first);
        store.mongo.save(saved.saying("second"));

        assertThat(load()).isEqualTo("second");
        assertThat(phases()).containsExactly(Phase.ANNOUNCED, Phase.CONFIRMED, Phase.ANNOUNCED, Phase.CONFIRMED);
    }

    @Test
    void anOlderCopyIsRefused() {
        var saved = store.mongo.insert(first);
        var older = raw();
        store.mongo.save(saved.saying("second"));

        putBack(older);

        assertRefusedAndAlarmed();
    }

    @Test
    void aChangeInPlaceIsRefused() {
        store.mongo.insert(first);

        putBack(raw().append("text", "changed"));

        assertRefusedAndAlarmed();
    }

    @Test
    void aChangeUnderAHigherVersionIsRefused() {
        store.mongo.insert(first);

        putBack(raw().append("text", "changed").append("version", 1L));

        assertRefusedAndAlarmed();
    }

    @Test
    void whatIsGoneIsRefusedAndWhatNeverWasIsAbsent() {
        store.mongo.insert(first);
        assertThat(ledger.aggregates().find(Thing.class, "never")).isEmpty();

        remove(first.id());

        assertRefusedAndAlarmed();
    }

    @Test
    void whatTheLedgerNeverHeardOfIsRefused() {
        store.mongo
                .getCollection("things")
                .insertOne(
                        new Document("_id", first.id()).append("text", "forged").append("version", 0L));

        assertRefusedAndAlarmed();
        assertThatExceptionOfType(StaleAggregate.class)
                .isThrownBy(() -> ledger.aggregates()
                        .findFirst(
                                Thing.class, Query.query(Criteria.where("text").is("forged"))));
    }

    @Test
    void aDocumentWithoutAVersionIsRefusedAndHoldsNoSweepUp() {
        var sweep = new FreshnessSweep(store.mongo, ledger.aggregates());
        store.mongo.insert(first);
        var bare = raw();
        bare.remove("version");

        putBack(bare);

        assertRefusedAndAlarmed();
        round(sweep);
        assertThat(ledger.alarms().raised()).containsOnlyKeys(Alarm.STALE_AGGREGATE);
    }

    @Test
    void fieldsInAnotherOrderAreTheSameState() {
        store.mongo.insert(first);
        var document = raw();
        var turned = new Document("_id", first.id());
        document.keySet().stream()
                .sorted(java.util.Comparator.reverseOrder())
                .forEach(field -> turned.append(field, document.get(field)));

        putBack(turned);

        assertThat(load()).isEqualTo("first");
    }

    @Test
    void aCrashBeforeTheWriteLeavesTheConfirmedState() {
        var saved = store.mongo.insert(first);
        var next = raw().append("text", "second").append("version", 1L);

        ledger.aggregates().announce(saved, next);

        assertThat(load()).isEqualTo("first");
        store.mongo.save(saved.saying("third"));
        assertThat(load()).isEqualTo("third");
    }

    @Test
    void aCrashAfterTheWriteHealsAndFromThenOnTheOlderStateIsRefused() {
        var saved = store.mongo.insert(first);
        var older = raw();
        var next = raw().append("text", "second").append("version", 1L);
        ledger.aggregates().announce(saved, next);

        putBack(next);

        assertThat(load()).isEqualTo("second");
        assertThat(phases()).endsWith(Phase.CONFIRMED);
        putBack(older);
        assertRefusedAndAlarmed();
    }

    @Test
    void aNewInstanceKnowsFromTheLedgerAlone() {
        var saved = store.mongo.insert(first);
        var older = raw();
        var current = store.mongo.save(saved.saying("second"));
        for (int i = 0; i < 300; i++) { // so that tiles are full, and entries must be read behind them
            current = store.mongo.save(current.saying("text " + i));
        }
        ledger.close();
        ledger = new TestLedger(directory, store.mongo, TestLedgers.CLOCK);

        assertThat(load()).isEqualTo("text 299");
        putBack(older);
        assertRefusedAndAlarmed();
    }

    @Test
    void anotherInstancesWriteIsTakenAndItsOlderStateRefused() {
        var saved = store.mongo.insert(first);
        var older = raw();
        assertThat(load()).isEqualTo("first");
        try (var other = new TestLedger(directory, store.mongo, TestLedgers.CLOCK)) {
            assertThat(other.aggregates().find(Thing.class, first.id())).isPresent();
            store.mongo.save(saved.saying("by the other"));
        }

        assertThat(load()).isEqualTo("by the other");
        putBack(older);
        assertRefusedAndAlarmed();
    }

    @Test
    void writesTogetherAreAllConfirmedBeforeTheCallerGoesOn() {
        var other = new Thing("other", "other", List.of(), null);

        ledger.aggregates().together(() -> {
            store.mongo.insert(first);
            store.mongo.insert(other);
        });

        assertThat(phases()).containsOnly(Phase.ANNOUNCED, Phase.CONFIRMED).hasSize(4);
        assertThat(phases()).last().isEqualTo(Phase.CONFIRMED);
        remove(first.id());
        assertRefusedAndAlarmed();
    }

    @Test
    void whatWasWrittenBeforeAFaultInTheMiddleHeals() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.aggregates().together(() -> {
                    store.mongo.insert(first);
                    throw new IllegalStateException("a fault");
                }));

        assertThat(load()).isEqualTo("first");
        store.mongo.insert(new Thing("next", "waits again", List.of(), null));
        assertThat(phases()).endsWith(Phase.ANNOUNCED, Phase.CONFIRMED);
    }

    @Test
    void whatHasNoVersionIsNotWritten() {
        assertThatIllegalStateException().isThrownBy(() -> store.mongo.insert(new Unversioned("a")));

        assertThat(store.mongo.getCollection("unversioned").countDocuments()).isZero();
        assertThat(phases()).isEmpty();
    }

    @Test
    void aSweepFindsWhatNobodyOpensAndClearsTheAlarmWhenAllIsWell() {
        var sweep = new FreshnessSweep(store.mongo, ledger.aggregates());
        store.mongo.insert(first);
        var current = raw();
        round(sweep);
        assertThat(ledger.alarms().raised()).isEmpty();

        remove(first.id());
        round(sweep);

        assertThat(ledger.alarms().raised()).containsOnlyKeys(Alarm.STALE_AGGREGATE);
        store.mongo.getCollection("things").insertOne(current);
        round(sweep);
        assertThat(ledger.alarms().raised()).isEmpty();
    }

    @Test
    void whatSomebodyFindsWhileASweepIsUnderWayKeepsTheAlarmUpUntilAnotherHasFoundNothing() {
        var sweep = new FreshnessSweep(store.mongo, ledger.aggregates());
        store.mongo.insert(first);
        var current = raw();
        sweep.tick();
        remove(first.id());
        assertThatExceptionOfType(StaleAggregate.class)
                .isThrownBy(() -> ledger.aggregates().find(Thing.class, first.id()));
        store.mongo.getCollection("things").insertOne(current);

        round(sweep);
        assertThat(ledger.alarms().raised()).containsOnlyKeys(Alarm.STALE_AGGREGATE);

        round(sweep);
        assertThat(ledger.alarms().raised()).isEmpty();
    }

    @Test
    void aSweepComparesMoreThanAPageAndFindsTheOneThatWasChanged() {
        var sweep = new FreshnessSweep(store.mongo, ledger.aggregates());
        for (int i = 0; i < FreshnessSweep.PAGE + 50; i++) {
            store.mongo.insert(new Thing("id-" + i, "text", List.of(), null));
        }
        store.mongo.insert(first);
        putBack(raw().append("text", "changed"));

        round(sweep);

        assertThat(ledger.alarms().raised().get(Alarm.STALE_AGGREGATE)).contains(first.id());
    }

    private static void round(FreshnessSweep sweep) {
        do {
            sweep.tick();
        } while (!sweep.isRoundOver());
    }
}
