package org.candour.casework.ownrecord;

/** A case's own record holds as much as one document may. Nothing was stored. */
public final class OwnRecordFull extends RuntimeException {
    OwnRecordFull() {
        super("The own record is full");
    }
}
