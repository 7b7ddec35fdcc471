package org.candour.casework.proceedings;

import java.util.Collection;
import java.util.List;

/** A move that no table of states has. Nothing was changed. */
public final class StateConflict extends RuntimeException {
    private final String current;
    private final List<String> allowed;

    StateConflict(String current, Collection<String> allowed) {
        super("Not possible from " + current);
        this.current = current;
        this.allowed = allowed.stream().sorted().toList();
    }

    /** The state it is in. */
    public String current() {
        return current;
    }

    /** The states or steps that are possible from there, in alphabetical order. */
    public List<String> allowed() {
        return allowed;
    }
}
