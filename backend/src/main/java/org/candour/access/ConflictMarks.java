package org.candour.access;

import java.util.Set;

/**
 * What makes somebody's interest conflict with a case, as blind tokens.
 *
 * @param bodies forces of the accused, and bodies that the victim has excluded
 * @param people everyone named in the case, and people whom the victim has excluded
 * @param isForceUnknown the force of an accused person, or a body that the victim has excluded, is unknown or not
 *     recognised, so no force at all may come near
 */
public record ConflictMarks(Set<String> bodies, Set<String> people, boolean isForceUnknown) {
    public ConflictMarks {
        bodies = Set.copyOf(bodies);
        people = Set.copyOf(people);
    }

    /** Equal tokens in a log would tell which cases belong together. */
    @Override
    public String toString() {
        return "ConflictMarks[hidden]";
    }
}
