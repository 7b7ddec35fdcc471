package org.candour.ledger.proof;

/** Where full tiles are kept. */
@FunctionalInterface
public interface Tiles {
    /** A tile that the tree has filled; it is a fault of the keeper if there is none. */
    Tile tile(int level, long number);
}
