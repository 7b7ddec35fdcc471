package org.candour.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree (RFC 6962 section 2.1) as a writer holds it: the compact range, the not yet full tile at the right edge of
 * each level, and the full tiles that are not stored yet. All else is in stored tiles, which proofs are made from.
 * Immutable, so that proofs are made while the log grows.
 */
public final class Tree {
    private final CompactRange range;
    private final List<List<Hash>> edge;
    private final List<Tile> filled;

    private Tree(CompactRange range, List<List<Hash>> edge, List<Tile> filled) {
        this.range = range;
        this.edge = edge;
        this.filled = List.copyOf(filled);
    }

    public static Tree empty() {
        return new Tree(CompactRange.empty(), List.of(), List.of());
    }

    /**
     * The tree whose right edge is this.
     *
     * @param edge for each level from 0 the hashes of its last tile, at most 255
     * @param filled full tiles that are still to be stored, in the order they were filled
     */
    public static Tree resume(List<? extends List<Hash>> edge, List<Tile> filled) {
        long size = 0;
        var peaks = new ArrayList<Hash>();
        for (int level = edge.size() - 1; level >= 0; level--) {
            var hashes = edge.get(level);
            if (hashes.size() >= Tile.WIDTH) {
                throw new IllegalArgumentException("The last tile of a level has at most 255 hashes");
            }
            size += (long) hashes.size() << (Tile.HEIGHT * level);
            addPeaks(hashes, peaks);
        }
        return new Tree(
                CompactRange.of(size, peaks), edge.stream().map(List::copyOf).toList(), filled);
    }

    private static void addPeaks(List<Hash> hashes, List<Hash> peaks) {
        int from = 0;
        for (int width = Tile.WIDTH / 2; width > 0; width /= 2) {
            if ((hashes.size() & width) != 0) {
                peaks.add(CompactRange.perfectRoot(hashes.subList(from, from + width)));
                from += width;
            }
        }
    }

    /** The number of leaves. */
    public long size() {
        return range.size();
    }

    public Hash root() {
        return range.root();
    }

    /** Full tiles that are still to be stored; to be stored in this order, so that what is stored has no gap. */
    public List<Tile> filled() {
        return filled;
    }

    /** This tree, after its first {@code count} filled tiles were stored. */
    public Tree withStored(int count) {
        return new Tree(range, edge, filled.subList(count, filled.size()));
    }

    /** This tree and these leaves. */
    public Tree plus(List<Hash> leaves) {
        var growth = new Growth();
        leaves.forEach(growth::add);
        return growth.tree();
    }

    /**
     * The root that this tree had when it had {@code size} leaves.
     *
     * @throws IllegalArgumentException if it never had that many
     */
    public Hash rootAt(long size, Tiles stored) {
        requireWithin(size >= 0 && size <= size(), size);
        return subtrees(stored).root(0, size);
    }

    /**
     * The inclusion proof of a leaf in the whole tree.
     *
     * @throws IllegalArgumentException if there is no such leaf
     */
    public List<Hash> inclusion(long index, Tiles stored) {
        requireWithin(index >= 0 && index < size(), index);
        return subtrees(stored).inclusion(index, size());
    }

    /**
     * The proof that the tree of {@code first} leaves is where this one began.
     *
     * @throws IllegalArgumentException if {@code first} is not within 1 and the size
     */
    public List<Hash> consistency(long first, Tiles stored) {
        requireWithin(first > 0 && first <= size(), first);
        return subtrees(stored).consistency(first, size());
    }

    /**
     * The first hashes of a tile (C2SP tlog-tiles), full or partial. They never change: a tile grows at its end only.
     *
     * @return {@code width} hashes; fewer if there are no more, none if there is no such tile
     */
    public List<Hash> tile(int level, long number, int width, Tiles stored) {
        if (level < 0 || level >= edge.size() || number < 0 || number > size() >> (Tile.HEIGHT * (level + 1))) {
            return List.of();
        }
        var hashes = hashes(level, number, stored);
        return hashes.subList(0, Math.min(width, hashes.size()));
    }

    /**
     * The proof that the tree of {@code second} leaves begins with that of {@code first}.
     *
     * @throws IllegalArgumentException unless {@code 0 < first <= second <= size}
     */
    public List<Hash> consistency(long first, long second, Tiles stored) {
        requireWithin(first > 0 && first <= second, first);
        requireWithin(second <= size(), second);
        return subtrees(stored).consistency(first, second);
    }

    private void requireWithin(boolean isWithin, long position) {
        if (!isWithin) {
            throw new IllegalArgumentException("A tree of " + size() + " leaves has no " + position);
        }
    }

    private Subtrees subtrees(Tiles stored) {
        return (height, number) -> {
            int level = height / Tile.HEIGHT;
            int heightInTile = height % Tile.HEIGHT;
            long first = number << heightInTile;
            int from = (int) (first % Tile.WIDTH);
            var hashes = hashes(level, first / Tile.WIDTH, stored);
            return CompactRange.perfectRoot(hashes.subList(from, from + (1 << heightInTile)));
        };
    }

    private List<Hash> hashes(int level, long number, Tiles stored) {
        if (number == size() >> (Tile.HEIGHT * (level + 1))) {
            return edge.get(level);
        }
        for (var tile : filled) {
            if (tile.level() == level && tile.number() == number) {
                return tile.hashes();
            }
        }
        return stored.tile(level, number).hashes();
    }

    /** One step of growth, thrown away after it. */
    private final class Growth {
        private final List<List<Hash>> edges = new ArrayList<>();
        private final List<Tile> tiles = new ArrayList<>(filled);
        private CompactRange grown = range;

        Growth() {
            edge.forEach(hashes -> edges.add(new ArrayList<>(hashes)));
        }

        void add(Hash leaf) {
            grown = grown.plus(leaf);
            add(0, leaf);
        }

        private void add(int level, Hash hash) {
            if (level == edges.size()) {
                edges.add(new ArrayList<>());
            }
            var hashes = edges.get(level);
            hashes.add(hash);
            if (hashes.size() == Tile.WIDTH) {
                var tile = new Tile(level, (grown.size() >> (Tile.HEIGHT * (level + 1))) - 1, hashes);
                tiles.add(tile);
                hashes.clear();
                add(level + 1, tile.root());
            }
        }

        Tree tree() {
            return new Tree(grown, edges.stream().map(List::copyOf).toList(), tiles);
        }
    }
}
