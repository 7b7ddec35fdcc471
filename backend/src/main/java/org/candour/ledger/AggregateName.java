package org.candour.ledger;

/** Which aggregate: its id in its collection. */
record AggregateName(String collection, String id) {}
