package org.candour.ledger.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Trees for tests: the definitions of RFC 6962 section 2.1, word for word, over lists of leaves. */
final class Trees {
    private Trees() {}

    static List<Hash> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Hash.ofLeaf(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)}))
                .toList();
    }

    static Hash naiveRoot(List<Hash> leaves) {
        int n = leaves.size();
        if (n == 0) {
            return Hash.ofEmptyTree();
        }
        if (n == 1) {
            return leaves.get(0);
        }
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return Hash.ofNode(naiveRoot(leaves.subList(0, k)), naiveRoot(leaves.subList(k, n)));
    }

    /** Keeps tiles as the store does. */
    static final class Shelf implements Tiles {
        private final Map<String, Tile> tiles = new HashMap<>();

        Tree store(Tree tree) {
            tree.filled().forEach(tile -> tiles.put(tile.level() + "/" + tile.number(), tile));
            return tree.withStored(tree.filled().size());
        }

        @Override
        public Tile tile(int level, long number) {
            return Objects.requireNonNull(tiles.get(level + "/" + number), "a tile that is full is stored");
        }
    }
}
