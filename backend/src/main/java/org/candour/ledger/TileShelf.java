package org.candour.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.candour.ledger.proof.Hash;
import org.candour.ledger.proof.Tile;
import org.candour.ledger.proof.Tiles;
import org.candour.ledger.proof.Tree;

/** Reads full tiles from the store, remembers the last used (2 MiB at most), and finds from them where the tree's edge is. */
final class TileShelf implements Tiles {
    private static final int REMEMBERED = 256;

    private final LedgerStore store;
    private final Map<Position, Tile> remembered = new LinkedHashMap<>(16, 0.75f, true);

    private record Position(int level, long number) {}

    TileShelf(LedgerStore store) {
        this.store = store;
    }

    @Override
    public Tile tile(int level, long number) {
        var position = new Position(level, number);
        synchronized (remembered) {
            var tile = remembered.get(position);
            if (tile != null) {
                return tile;
            }
        }
        var tile = store.tiles(level, number, number + 1).stream()
                .findFirst()
                .orElseThrow(() -> new LedgerUnavailable(
                        "The hash tile at level " + level + ", number " + number + " is missing"));
        synchronized (remembered) {
            remembered.put(position, tile);
            if (remembered.size() > REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
        return tile;
    }

    /**
     * The tree that the stored tiles cover; the entries after it are still to be read. Tiles are stored in the order they
     * fill, so a level may lack its last one, and never one before: if the writer died there, it is made again.
     */
    Tree covered() {
        var edge = new ArrayList<List<Hash>>();
        var missing = new ArrayList<Tile>();
        edge.add(List.of());
        var last = store.lastTile(0);
        long below = last.isPresent() ? last.getAsLong() + 1 : 0;
        for (int level = 1; below > 0; level++) {
            long full = below / Tile.WIDTH;
            if (full > 0 && store.tiles(level, full - 1, full).isEmpty()) {
                missing.add(new Tile(
                        level, full - 1, roots(level - 1, (full - 1) * Tile.WIDTH, full * Tile.WIDTH, missing)));
            }
            edge.add(roots(level - 1, full * Tile.WIDTH, below, missing));
            below = full;
        }
        return Tree.resume(edge, missing);
    }

    private List<Hash> roots(int level, long from, long to, List<Tile> missing) {
        var tiles = new ArrayList<>(store.tiles(level, from, to));
        missing.stream()
                .filter(tile -> tile.level() == level && tile.number() >= from && tile.number() < to)
                .forEach(tiles::add);
        for (int i = 0; i < to - from; i++) {
            if (i >= tiles.size() || tiles.get(i).number() != from + i) {
                throw new LedgerUnavailable(
                        "The hash tile at level " + level + ", number " + (from + i) + " is missing");
            }
        }
        return tiles.stream().map(Tile::root).toList();
    }
}
