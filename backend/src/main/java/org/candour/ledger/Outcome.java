package org.candour.ledger;

/** What became of an attempt. */
public enum Outcome {
    ADMITTED,
    REFUSED
}
