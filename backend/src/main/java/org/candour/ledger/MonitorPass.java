package org.candour.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.candour.ledger.OutsideCheckpoints.Filed;
import org.candour.ledger.proof.Hash;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.Tree;

/**
 * One reading of the whole log. The tree is made from the entries alone; stored tiles and the fields beside the bytes are
 * compared with it, and so is each checkpoint at its size: all that are outside the database, and the newest inside.
 */
final class MonitorPass {
    private static final int FILED = 256;
    private static final Set<Alarm> OURS = EnumSet.of(Alarm.LOG_MISMATCH, Alarm.LOG_GAP, Alarm.LOG_SHORT);

    private final LedgerStore store;
    private final OutsideCheckpoints outside;
    private final LogKey key;
    private final Optional<Filed> newestInside;
    private final Map<Alarm, String> findings = new EnumMap<>(Alarm.class);
    private final Deque<Filed> ahead = new ArrayDeque<>();
    private Tree tree = Tree.empty();
    private long asked = -1;
    private boolean isAllAsked;

    private MonitorPass(LedgerStore store, OutsideCheckpoints outside, LogKey key, Optional<Filed> newestInside) {
        this.store = store;
        this.outside = outside;
        this.key = key;
        this.newestInside = newestInside;
    }

    /** What was signed is read first, so that whatever it covers must be found. */
    static MonitorPass begin(LedgerStore store, OutsideCheckpoints outside, LogKey key) throws IOException {
        var pass = new MonitorPass(
                store, outside, key, store.lastCheckpoint().map(note -> new Filed(claimedSize(note), note)));
        pass.lookAhead();
        return pass;
    }

    private static long claimedSize(String note) {
        var lines = note.split("\n", 3);
        return lines.length < 2 || !lines[1].matches("[0-9]{1,18}") ? Long.MAX_VALUE : Long.parseLong(lines[1]);
    }

    long size() {
        return tree.size();
    }

    /** What was found so far. */
    Map<Alarm, String> findings() {
        return Map.copyOf(findings);
    }

    /** The alarms that this pass could have raised, and did not. */
    Set<Alarm> quiet() {
        var quiet = EnumSet.copyOf(OURS);
        quiet.removeAll(findings.keySet());
        return quiet;
    }

    /** Reads one page, and says whether it was the last. */
    boolean page(int limit) throws IOException {
        var awaited = ahead.peek();
        var page = store.entries(tree.size(), limit);
        var leaves = new ArrayList<Hash>();
        for (var entry : page) {
            if (entry.index() != tree.size() + leaves.size()) {
                find(Alarm.LOG_GAP, "Ledger entry " + (tree.size() + leaves.size()) + " is missing from the store");
                return end();
            }
            compareFields(entry);
            leaves.add(entry.leafHash());
            compareCheckpoints(leaves);
        }
        grow(leaves);
        compareCheckpoints(leaves);
        // What was signed while the page was read covers entries that came after it.
        boolean isAllRead = ahead.isEmpty() || Objects.equals(ahead.peek(), awaited);
        return page.size() < limit && isAllRead && end();
    }

    private void grow(List<Hash> leaves) {
        tree = tree.plus(leaves);
        leaves.clear();
        for (var tile : tree.filled()) {
            var stored = store.tiles(tile.level(), tile.number(), tile.number() + 1);
            if (!stored.isEmpty() && !stored.equals(List.of(tile))) {
                find(
                        Alarm.LOG_MISMATCH,
                        "The hash tile at level " + tile.level() + ", number " + tile.number()
                                + " is not of the entries");
            }
        }
        tree = tree.withStored(tree.filled().size());
    }

    private void compareFields(StoredEntry entry) {
        try {
            var leaf = Leaf.parse(entry.bytes());
            if (!leaf.entry().caseId().equals(entry.caseId())) {
                find(Alarm.LOG_MISMATCH, "Ledger entry " + entry.index() + " is indexed under another case");
            }
        } catch (ProofRejected e) {
            find(Alarm.LOG_MISMATCH, "Ledger entry " + entry.index() + " cannot be read");
        }
    }

    private void compareCheckpoints(List<Hash> leaves) throws IOException {
        while (!ahead.isEmpty() && ahead.peek().size() <= tree.size() + leaves.size()) {
            var filed = ahead.poll();
            if (filed.size() > tree.size()) {
                grow(leaves);
            }
            compare(filed);
            lookAhead();
        }
    }

    private void compare(Filed filed) {
        try {
            var signed = key.policy()
                    .open(filed.note().getBytes(StandardCharsets.UTF_8))
                    .checkpoint();
            if (signed.size() != filed.size() || !signed.root().equals(tree.root())) {
                find(
                        Alarm.LOG_MISMATCH,
                        "The first " + filed.size() + " ledger entries are not those that were signed");
            }
        } catch (ProofRejected e) {
            find(Alarm.LOG_MISMATCH, "The checkpoint of " + filed.size() + " entries is not signed by our keys");
        }
    }

    /** The next checkpoints outside the database, and the newest inside in its place among them. */
    private void lookAhead() throws IOException {
        if (!ahead.isEmpty() || isAllAsked) {
            return;
        }
        var next = new ArrayList<>(outside.after(asked, FILED));
        isAllAsked = next.size() < FILED;
        long from = asked;
        long to = isAllAsked ? Long.MAX_VALUE : next.get(next.size() - 1).size();
        newestInside
                .filter(inside -> inside.size() > from && inside.size() <= to)
                .ifPresent(next::add);
        next.sort(Comparator.comparingLong(Filed::size));
        asked = to;
        ahead.addAll(next);
    }

    private boolean end() {
        if (!ahead.isEmpty() && !findings.containsKey(Alarm.LOG_GAP)) {
            find(
                    Alarm.LOG_SHORT,
                    "The store holds " + tree.size() + " ledger entries, but "
                            + ahead.peek().size() + " or more were signed");
        }
        return true;
    }

    private void find(Alarm alarm, String words) {
        findings.putIfAbsent(alarm, words);
    }
}
