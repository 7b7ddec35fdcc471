package org.candour.access;

/** It does not exist, or it is not for whoever asked: outside, the two must look the same. */
public final class NoSuchThing extends RuntimeException {
    public NoSuchThing() {
        super("No such thing, or not for this actor");
    }
}
