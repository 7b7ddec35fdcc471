package org.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.candour.ledger.Change.Phase;
import org.candour.ledger.States.Finding;
import org.candour.ledger.proof.Hash;
import org.jspecify.annotations.Nullable;

/** Writers that crash wherever they like, and somebody who puts older copies back. */
class StatesTests {
    private static final AggregateName NAME = new AggregateName("cases", "a");

    /** How far one write came before its process died. */
    enum Write {
        ANNOUNCED_ONLY,
        WRITTEN_ONLY,
        CONFIRMED
    }

    /** An honest store beside the ledger's states. */
    private static final class World {
        final States states = new States();
        final List<Revision> everStored = new ArrayList<>();

        @Nullable
        Revision stored;

        @Nullable
        Revision acknowledged;

        private long entries;

        void write(Write write) {
            var next = revision(stored == null ? 0 : stored.version() + 1, everStored.size() * 10L + entries);
            take(next, Phase.ANNOUNCED);
            if (write != Write.ANNOUNCED_ONLY) {
                stored = next;
                everStored.add(next);
            }
            if (write == Write.CONFIRMED) {
                take(next, Phase.CONFIRMED);
                acknowledged = next;
            }
        }

        void take(Revision revision, Phase phase) {
            var leaf =
                    new Leaf(TestLedgers.CLOCK.instant(), "0".repeat(32), Entry.of(Change.of(NAME, revision, phase)));
            states.take(new StoredEntry(entries++, leaf.bytes(), Optional.empty(), Optional.empty()));
        }

        Finding find(@Nullable Revision revision) {
            return states.of(NAME).finding(Optional.ofNullable(revision));
        }
    }

    private static Revision revision(long version, long content) {
        var bytes = ByteBuffer.allocate(Long.BYTES).putLong(content).array();
        return new Revision(version, Hash.ofLeaf(bytes));
    }

    @Provide
    Arbitrary<List<Write>> writes() {
        return Arbitraries.of(Write.class).list().ofMinSize(1).ofMaxSize(12);
    }

    @Property(tries = 500)
    void whatAnHonestStoreHoldsIsAlwaysTakenWhereverWritersDied(@ForAll("writes") List<Write> writes) {
        var world = new World();

        for (var write : writes) {
            world.write(write);

            assertThat(world.find(world.stored)).isIn(Finding.CURRENT, Finding.WRITTEN);
        }
    }

    @Property(tries = 500)
    void nothingOlderThanTheLastAcknowledgedWriteIsEverTaken(@ForAll("writes") List<Write> writes) {
        var world = new World();

        for (var write : writes) {
            world.write(write);
            var acknowledged = world.acknowledged;
            if (acknowledged != null) {
                assertThat(world.find(null)).isEqualTo(Finding.GONE);
                assertThat(world.everStored)
                        .filteredOn(revision -> revision.version() < acknowledged.version())
                        .allSatisfy(older -> assertThat(world.find(older)).isEqualTo(Finding.OLDER));
            }
        }
    }

    @Property(tries = 200)
    void whatWasNeverAnnouncedIsNeverTaken(@ForAll("writes") List<Write> writes, @ForAll byte content) {
        var world = new World();
        writes.forEach(world::write);

        for (long version = 0; version <= writes.size(); version++) {
            assertThat(world.find(revision(version, 10_000L + content))).isIn(Finding.UNKNOWN, Finding.OLDER);
        }
    }

    @Property(tries = 200)
    void takingEntriesInAgainChangesNothing(@ForAll("writes") List<Write> writes) {
        var world = new World();
        writes.forEach(world::write);
        var before = world.states.of(NAME);

        if (world.acknowledged != null) {
            world.take(world.acknowledged, Phase.ANNOUNCED);
            world.take(world.acknowledged, Phase.CONFIRMED);
        }

        assertThat(world.states.of(NAME)).isEqualTo(before);
    }
}
