package org.candour.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger last said of each aggregate, in the memory of this instance: about 0.3 KB an aggregate. It is read from the
 * entries themselves, at the start and as the log grows, and never from anything that could be put back without them.
 */
final class States {
    private final Map<AggregateName, State> states = new ConcurrentHashMap<>();

    /** Takes in an entry of the log; to be called in the order of the log, and harmless if some come again. */
    void take(StoredEntry entry) {
        entry.change()
                .ifPresent(change ->
                        states.merge(change.name(), State.NONE.after(change), (known, fresh) -> known.after(change)));
    }

    State of(AggregateName name) {
        return states.getOrDefault(name, State.NONE);
    }

    /** The names that the ledger knows, as of about now. */
    Stream<AggregateName> names() {
        return states.keySet().stream();
    }

    /** How a stored document stands to what the ledger says. */
    enum Finding {
        /** It is what was last confirmed, or absent as it should be. */
        CURRENT,
        /** It was announced, and written, but the confirmation is still on its way or was cut off. */
        WRITTEN,
        /** The ledger has confirmed a later state. */
        OLDER,
        /** The ledger has confirmed a state, and there is none. */
        GONE,
        /** The ledger knows this aggregate, but never heard of this state. */
        UNKNOWN
    }

    /**
     * What was said of one aggregate.
     *
     * @param announced states later than {@code confirmed}; of several with one version, only one can have been written
     */
    record State(@Nullable Revision confirmed, List<Revision> announced) {
        static final State NONE = new State(null, List.of());

        private State after(Change change) {
            var revision = change.revision();
            if (!isLater(revision)) {
                return this;
            }
            if (change.phase() == Change.Phase.CONFIRMED) {
                var later = announced.stream()
                        .filter(other -> other.version() > revision.version())
                        .toList();
                return new State(revision, later);
            }
            return new State(
                    confirmed,
                    Stream.concat(announced.stream(), Stream.of(revision))
                            .distinct()
                            .toList());
        }

        boolean isLater(Revision revision) {
            return confirmed == null || revision.version() > confirmed.version();
        }

        Finding finding(Optional<Revision> stored) {
            if (stored.isEmpty()) {
                return confirmed == null ? Finding.CURRENT : Finding.GONE;
            }
            var revision = stored.get();
            if (revision.equals(confirmed)) {
                return Finding.CURRENT;
            }
            if (announced.contains(revision)) {
                return Finding.WRITTEN;
            }
            return confirmed != null && revision.version() < confirmed.version() ? Finding.OLDER : Finding.UNKNOWN;
        }
    }
}
