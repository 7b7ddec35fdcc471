package org.candour.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever a valid token speaks for.
 *
 * @param id their pseudonym
 * @param roles the realm roles in the token
 * @param body the organisation in the token; empty for victims, and for staff whose account names none or none that is well
 *     formed: no case but their own is open to them
 * @param nameToken blind token of their full name, for the conflict rule; empty if the token has no name
 * @param secondFactorAt when they last gave a second factor in this session; empty if the token is of the lower level
 */
public record Actor(
        ActorId id,
        Set<Role> roles,
        Optional<BodyId> body,
        Optional<String> nameToken,
        Optional<Instant> secondFactorAt) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Somebody of whom no second factor is known. */
    public Actor(ActorId id, Set<Role> roles, Optional<BodyId> body, Optional<String> nameToken) {
        this(id, roles, body, nameToken, Optional.empty());
    }

    /** Without the token of the name, by which equal names could be told in a log. */
    @Override
    public String toString() {
        return "Actor[" + id + ", " + roles + ", " + body.map(BodyId::value).orElse("UNKNOWN") + "]";
    }

    boolean has(Role role) {
        return roles.contains(role);
    }
}
