package org.candour.access;

import java.util.Optional;
import java.util.Set;

/**
 * Whoever a valid token speaks for.
 *
 * @param id their pseudonym
 * @param roles the realm roles in the token
 * @param body the organisation in the token; empty for victims and for staff whose account names none
 * @param nameToken blind token of their full name, for the conflict rule; empty if the token has no name
 */
public record Actor(ActorId id, Set<Role> roles, Optional<BodyId> body, Optional<String> nameToken) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    boolean has(Role role) {
        return roles.contains(role);
    }
}
