package org.candour.access;

import java.time.Instant;
import org.springframework.data.annotation.TypeAlias;

/**
 * One person's access to one case, for a time.
 *
 * @param grantee the pseudonym of whoever may act
 * @param role the role they act in
 * @param from the first instant it holds
 * @param until the first instant it does not
 * @param by who gave it
 */
@TypeAlias("grant")
record Grant(String grantee, Role role, Instant from, Instant until, String by) {
    /** The same, ending no later than an instant; one that would end before it begins never holds. */
    Grant until(Instant end) {
        return end.isBefore(until) ? new Grant(grantee, role, from, end, by) : this;
    }

    boolean isLive(Actor actor, Instant now) {
        return grantee.equals(actor.id().value()) && actor.has(role) && !now.isBefore(from) && now.isBefore(until);
    }
}
